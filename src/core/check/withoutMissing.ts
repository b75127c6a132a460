import type { ColumnReport } from '../sections/drift/result.ts';
import { valuesMark } from './valuesMark.ts';

/** A column as its values alone say: what is missing is no alarm. @param slack of the rule in force. */
export function withoutMissing(column: ColumnReport, slack: number): ColumnReport {
  return {
    ...column,
    ...valuesMark(column, slack),
    // Of the whole by itself: the missing values stood for the column before.
    p: column.whole.p,
    q: null,
    effect: column.whole.effect,
    effectChunk: null,
    severity: null,
    since: null,
    missing: { ...column.missing, verdict: 'ok', at: column.missing.current.share, chunk: null, block: null },
    chunks: column.chunks.map((cell) => (cell.missingVerdict === 'alert' ? { ...cell, missingVerdict: 'ok' } : cell)),
  };
}
