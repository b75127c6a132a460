import type { ColumnReport } from '../report/report.ts';

/**
 * How the alerts of a column lie along the chunks. A column that alerts in one chunk did not move "since" then, and one
 * that alerts in every chunk has no first one that could be known: it moved at the seam or before.
 */
export type WhenMoved =
  | { readonly kind: 'none' }
  /** Alerts in all tested chunks (two or more). */
  | { readonly kind: 'throughout'; readonly tested: number; readonly first: number }
  /** Alerts from `first` to the end, without a gap, in two chunks or more. */
  | { readonly kind: 'since'; readonly first: number }
  /** Alert in the last tested chunk only: nobody knows yet whether it stays. */
  | { readonly kind: 'latest'; readonly first: number }
  /** Alert in one chunk that others follow. */
  | { readonly kind: 'only'; readonly first: number }
  /** From `first` on alerts in at least 2 of 3 chunks, with gaps. */
  | { readonly kind: 'mostly'; readonly first: number; readonly alerts: number; readonly of: number }
  | { readonly kind: 'some'; readonly first: number; readonly alerts: number; readonly of: number };

/** Reads the pattern of alerts off the chunks of a column. */
export function whenMoved(column: ColumnReport): WhenMoved {
  const tested = column.chunks.filter((cell) => cell.verdict !== 'not_tested');
  const alerts = tested.filter((cell) => cell.verdict === 'alert');
  const first = alerts[0];
  if (first === undefined) return { kind: 'none' };
  const last = tested[tested.length - 1]!;
  if (alerts.length === 1) return { kind: first === last ? 'latest' : 'only', first: first.chunk };
  if (alerts.length === tested.length) return { kind: 'throughout', tested: tested.length, first: first.chunk };
  const start = column.since ?? first.chunk;
  const after = tested.filter((cell) => cell.chunk >= start);
  const standing = after.filter((cell) => cell.verdict === 'alert').length;
  // Alerts before `since` are named too: with them "since" would hide a part of the story.
  const noneBefore = first.chunk >= start;
  if (noneBefore && standing === after.length) return { kind: 'since', first: start };
  if (noneBefore && standing >= 2 && 3 * standing >= 2 * after.length)
    return { kind: 'mostly', first: start, alerts: standing, of: after.length };
  return { kind: 'some', first: first.chunk, alerts: alerts.length, of: tested.length };
}
