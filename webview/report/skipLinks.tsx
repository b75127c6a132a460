import type { VNode } from 'preact';
import { Link } from './link.tsx';
import { label, usePage } from './pageContext.ts';
import { shownSections } from './shownSections.ts';

/** Ways past what stands above a section: the first stops of the keyboard, seen while one of them has the focus. */
export function SkipLinks(): VNode {
  const page = usePage();
  const go = (id: string): void => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return (
    <nav class="skip" aria-label={label(page, 'skipTo')}>
      {shownSections(page).map(({ id, title }) => (
        <Link key={id} onClick={() => go(id)}>
          {title(page)}
        </Link>
      ))}
    </nav>
  );
}
