import type { ColumnReport } from '../report/report.ts';

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
  | { readonly kind: 'some'; readonly earliest: number; readonly alerts: number; readonly of: number };

/** Reads the pattern of alerts off the chunks of a column. */
export function whenMoved(column: ColumnReport): WhenMoved {
  const tested = column.chunks.filter((cell) => cell.verdict !== 'not_tested');
  const alerts = tested.filter((cell) => cell.verdict === 'alert');
  const first = alerts[0];
  if (first === undefined) return { kind: 'none' };
  const earliest = first.chunk;
  if (alerts.length === 1) return { kind: first === tested[tested.length - 1] ? 'latest' : 'only', earliest };
  if (alerts.length === tested.length) return { kind: 'throughout', earliest, tested: tested.length };
  const unbroken = [...tested].reverse().findIndex((cell) => cell.verdict !== 'alert');
  if (unbroken >= 2) {
    const start = tested[tested.length - unbroken]!.chunk;
    return { kind: 'since', earliest, start, before: alerts.length - unbroken };
  }
  const after = tested.filter((cell) => cell.chunk >= earliest);
  const mostly = column.since === earliest && 3 * alerts.length >= 2 * after.length;
  return mostly
    ? { kind: 'mostly', earliest, start: earliest, alerts: alerts.length, of: after.length }
    : { kind: 'some', earliest, alerts: alerts.length, of: tested.length };
}
