import type { ColumnMark } from '../check/verdict.ts';
import type { ChunkCell, ColumnReport } from '../sections/drift/result.ts';

/**
 * How the alerts of a column lie along the chunks. A column that alerts in one chunk did not move "since" then, and one
 * that alerts in every chunk has no first one that could be known: it moved at the seam or before.
 * `earliest` is the first chunk with an alert, `start` the one from which it stands.
 */
export type WhenMoved =
  | { readonly kind: 'none' }
  /** Alerts in all tested chunks (two or more). */
  | { readonly kind: 'throughout'; readonly earliest: number; readonly tested: number }
  /** Alerts from `start` to the end, without a gap, in two chunks or more; `before`: single alerts before that. */
  | { readonly kind: 'since'; readonly earliest: number; readonly start: number; readonly before: number }
  /** Alert in the last tested chunk only: nobody knows yet whether it stays. */
  | { readonly kind: 'latest'; readonly earliest: number }
  /** Alert in one chunk that others follow. */
  | { readonly kind: 'only'; readonly earliest: number }
  /** From `start` on alerts in at least 2 of 3 chunks, with gaps, and none before. */
  | { readonly kind: 'mostly'; readonly earliest: number; readonly start: number; readonly alerts: number; readonly of: number }
  /** From the first tested chunk on in at least 2 of 3: whether it began there cannot be known. */
  | { readonly kind: 'nearly_all'; readonly earliest: number; readonly alerts: number; readonly of: number }
  | { readonly kind: 'some'; readonly earliest: number; readonly alerts: number; readonly of: number };

/** Alerts before the one that stands are told one by one only where they are few beside it. */
const fewBefore = 1 / 3;

/** Reads the pattern of alerts off the chunks of a column: of its missing values where those carry the verdict. */
export function whenMoved(column: ColumnReport): WhenMoved {
  const verdictOf = (cell: ChunkCell): ColumnMark => (column.cause === 'missing' ? cell.missingVerdict : cell.verdict);
  const tested = column.chunks.filter((cell) => verdictOf(cell) !== 'not_tested');
  const alerts = tested.filter((cell) => verdictOf(cell) === 'alert');
  const first = alerts[0];
  if (first === undefined) return { kind: 'none' };
  const earliest = first.chunk;
  if (alerts.length === 1) return { kind: first === tested[tested.length - 1] ? 'latest' : 'only', earliest };
  if (alerts.length === tested.length) return { kind: 'throughout', earliest, tested: tested.length };
  const unbroken = [...tested].reverse().findIndex((cell) => verdictOf(cell) !== 'alert');
  const before = alerts.length - unbroken;
  if (unbroken >= 2 && before <= unbroken * fewBefore)
    return { kind: 'since', earliest, start: tested[tested.length - unbroken]!.chunk, before };
  const after = tested.filter((cell) => cell.chunk >= earliest);
  const mostly = column.since === earliest && 3 * alerts.length >= 2 * after.length;
  if (mostly && after.length === tested.length) return { kind: 'nearly_all', earliest, alerts: alerts.length, of: tested.length };
  return mostly
    ? { kind: 'mostly', earliest, start: earliest, alerts: alerts.length, of: after.length }
    : { kind: 'some', earliest, alerts: alerts.length, of: tested.length };
}

/** The chunk that a column is said to have moved from, or in; null where its alerts are scattered, so that none of them is a beginning. */
export function beganAt(when: WhenMoved): number | null {
  switch (when.kind) {
    case 'none':
    case 'some':
      return null;
    case 'since':
    case 'mostly':
      return when.start;
    default:
      return when.earliest;
  }
}
