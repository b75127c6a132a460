import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '../../../src/core/format/count.ts';
import { Rich } from '../../common/richView.tsx';
import { Link } from '../../report/link.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import type { SectionViewProps } from '../sectionView.ts';

/** More notes than this are shown on demand. */
const shownAtFirst = 6;

/** Schema and quality: what the files are like, as a sentence and notes. */
export function SchemaSection({ number }: SectionViewProps): VNode {
  const page = usePage();
  const [all, setAll] = useState(false);
  const { notes, schema, locale } = page.text;
  const shown = all || page.printing ? notes : notes.slice(0, shownAtFirst);
  const hidden = notes.length - shownAtFirst;
  return (
    <Section id="schema" number={number} title={label(page, 'schemaTitle')} say={schema}>
      {notes.length > 0 && (
        <ul class="notes">
          {shown.map((note, index) => (
            <li key={index}>
              <span class={`glyph ${note.level}`} aria-hidden="true">
                {note.glyph}
              </span>
              <span>
                <Rich text={note.text} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p class="more">
          <Link onClick={() => setAll(!all)} expanded={all}>
            {all ? label(page, 'fewerNotes') : label(page, 'moreNotes', formatCount(hidden, locale))}
          </Link>
        </p>
      )}
    </Section>
  );
}
