import type { VNode } from 'preact';
import type { ColumnMark } from '../../src/core/check/verdict.ts';
import type { ReportText } from '../../src/core/report/reportText.ts';

interface VerdictPillProps {
  readonly verdict: ColumnMark;
  readonly text: ReportText;
  /** In place of the verdict's own word, when there is something more exact to say. */
  readonly word?: string;
}

/** A verdict as glyph and word in its colour. */
export function VerdictPill({ verdict, text, word }: VerdictPillProps): VNode {
  const said = text.verdicts[verdict];
  return (
    <span class={`pill ${verdict}`}>
      <span aria-hidden="true">{said.glyph}</span> {word ?? said.word}
    </span>
  );
}
