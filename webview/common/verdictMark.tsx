import type { VNode } from 'preact';
import type { MeasureVerdict } from '../../src/core/check/verdict.ts';

const looks: Readonly<Record<MeasureVerdict, string>> = { fail: 'alert', cannot_tell: 'watch', pass: 'ok', improved: 'ok' };

interface VerdictMarkProps {
  readonly verdict: MeasureVerdict | null;
  readonly glyph: string;
  readonly word: string;
}

/** What became of a measure, as glyph and word in its colour. */
export function VerdictMark({ verdict, glyph, word }: VerdictMarkProps): VNode | null {
  if (word === '') return null;
  return (
    <span class={`pill ${verdict === null ? 'not_tested' : looks[verdict]}`}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  );
}
