import type { ColumnReport, DecisionRule } from '../report/report.ts';
import { valuesVerdict } from './valuesVerdict.ts';

/**
 * What can honestly be said of a column: finer than its verdict. `below`: a significant move under the limit;
 * `clear`: no move seen, and one at the limit would have been; `cannot_tell`: too few rows to say so.
 */
export type Standing = 'alert' | 'watch' | 'below' | 'clear' | 'cannot_tell' | 'not_tested';

/** By so little a visible move may exceed the limit before we say that we cannot tell: less is lost in rounding. */
const slack = 1.05;

/** Where a column stands. */
export function standing(column: ColumnReport, rule: DecisionRule): Standing {
  return column.worst === 'alert' || column.worst === 'watch' ? column.worst : valuesStanding(column, rule);
}

/** Where the values of a column as a whole stand, whatever its chunks and its missing values say. */
export function valuesStanding(column: ColumnReport, rule: DecisionRule): Standing {
  const verdict = valuesVerdict(column, rule);
  if (verdict === 'not_tested') return column.reason === 'too_few_rows' ? 'cannot_tell' : 'not_tested';
  if (verdict !== 'ok') return verdict;
  if (column.q !== null && column.q <= rule.q) return 'below';
  return column.visible !== null && column.visible > slack * column.limit ? 'cannot_tell' : 'clear';
}
