import type { ColumnReport, DecisionRule } from '../report/report.ts';

/**
 * What can honestly be said of a column: finer than its verdict. `below`: a significant move under the limit;
 * `clear`: no move seen, and one at the limit would have been; `cannot_tell`: too few rows to say so.
 */
export type Standing = 'alert' | 'watch' | 'below' | 'clear' | 'cannot_tell' | 'not_tested';

/** A move that would have been seen may exceed the limit by this much before we say that we cannot tell. */
const slack = 1.5;

/** Where a column stands. */
export function standing(column: ColumnReport, rule: DecisionRule): Standing {
  if (column.worst === 'alert' || column.worst === 'watch') return column.worst;
  if (column.verdict === 'not_tested') return column.reason === 'too_few_rows' ? 'cannot_tell' : 'not_tested';
  if (isSignificantBelow(column, rule)) return 'below';
  return cannotTell(column) ? 'cannot_tell' : 'clear';
}

/** A move that is certain, but smaller than the limit. */
export function isSignificantBelow(column: ColumnReport, rule: DecisionRule): boolean {
  return column.q !== null && column.q <= rule.q && column.effect !== null && column.effect < column.limit;
}

/** Too few rows for a move at the limit to be seen. */
export function cannotTell(column: ColumnReport): boolean {
  return column.rowsNeeded !== null || (column.visible !== null && column.visible > slack * column.limit);
}
