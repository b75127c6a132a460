import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';
import { usePressOutside } from '../common/usePressOutside.ts';
import { label, usePage } from '../report/pageContext.ts';

/** Terms by example, and what each of them finds. The terms are typed as they stand in every language. */
const terms: readonly (readonly [string, PageLabelKey])[] = [
  ['loan age', 'termName'],
  ['"loan age"', 'termQuoted'],
  ['alert', 'termVerdict'],
  ['type:number', 'termType'],
  ['role:target', 'termRole'],
  ['section:missing', 'termSection'],
  ['-term', 'termNot'],
];

/** Terms that are of use as they stand; the others are examples. */
const ready: ReadonlySet<string> = new Set(['alert', 'type:number', 'role:target', 'section:missing']);

interface FilterHelpProps {
  readonly onAdd: (term: string) => void;
}

/** A button that opens the list of terms a filter understands; a term that is of use as it stands is added by a press. */
export function FilterHelp({ onAdd }: FilterHelpProps): VNode {
  const page = usePage();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  usePressOutside(
    open,
    (target) => root.current?.contains(target) === true,
    () => setOpen(false),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  };
  const onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !root.current?.contains(to)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes what its button opened
    <span class="filter-help" ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class="step"
        ref={opener}
        aria-label={label(page, 'filterHelp')}
        title={label(page, 'filterHelp')}
        aria-expanded={open}
        aria-controls="filter-terms"
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of terms, not of fields */}
      <div class="filter-terms" id="filter-terms" role="group" aria-label={label(page, 'filterHelp')} hidden={!open}>
        <p>{label(page, 'filterHelpIntro')}</p>
        <TermList onAdd={onAdd} />
      </div>
    </span>
  );
}

/** The terms, and what each finds. */
function TermList({ onAdd }: FilterHelpProps): VNode {
  const page = usePage();
  return (
    <dl>
      {terms.map(([term, key]) => (
        <div key={term}>
          <dt>
            {ready.has(term) ? (
              <button type="button" class="link term" aria-label={label(page, 'filterAdd', term)} onClick={() => onAdd(term)}>
                {term}
              </button>
            ) : (
              <code>{term}</code>
            )}
          </dt>
          <dd>{label(page, key)}</dd>
        </div>
      ))}
    </dl>
  );
}
