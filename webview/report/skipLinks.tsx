import type { VNode } from 'preact';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';
import { sectionNumbers } from './sectionNumbers.ts';

/** Ways past what stands above a section: the first stops of the keyboard, seen while one of them has the focus. */
export function SkipLinks(): VNode {
  const page = usePage();
  const numbers = sectionNumbers(page);
  const sections = (
    [
      ['schema', label(page, 'schemaTitle')],
      ['drift', label(page, page.report.time === null ? 'driftTitleNoTime' : 'driftTitle')],
      ['columns', label(page, 'columnsTitle')],
      ['predictions', label(page, 'evPredictionsTitle')],
      ['performance', label(page, 'evPerformanceTitle')],
      ['attribution', label(page, 'evAttributionTitle')],
      ['computed', label(page, 'computedTitle')],
    ] as const
  ).filter(([id]) => numbers[id] > 0);
  const go = (id: string): void => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return (
    <nav class="skip" aria-label={label(page, 'skipTo')}>
      {sections.map(([id, title]) => (
        <Link key={id} onClick={() => go(id)}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
