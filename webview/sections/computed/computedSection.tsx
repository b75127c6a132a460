import type { VNode } from 'preact';
import { Rich } from '../../common/richView.tsx';
import { Link } from '../../report/link.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import type { SectionViewProps } from '../sectionView.ts';

/** How the numbers came about, term by term; closed until it is asked for. */
export function ComputedSection({ number }: SectionViewProps): VNode {
  const page = usePage();
  const open = page.computedOpen;
  const toggle = (
    <Link onClick={page.toggleComputed} expanded={open}>
      {label(page, open ? 'close' : 'open')}
      <span class="unseen"> {label(page, 'computedTitle')}</span>
    </Link>
  );
  return (
    <Section id="computed" number={number} title={label(page, 'computedTitle')} actions={toggle}>
      {open && (
        <dl class="computed">
          {page.text.computed.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Rich text={text} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
