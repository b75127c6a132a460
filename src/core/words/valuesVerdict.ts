import { reachesLimit } from '../drift/reachesLimit.ts';
import type { ColumnReport, DecisionRule, Verdict } from '../report/report.ts';

/** The verdict on the values of a column as a whole, without its chunks and its missing values, which `verdict` takes in. */
export function valuesVerdict(column: ColumnReport, rule: DecisionRule): Verdict {
  if (column.p === null || column.q === null || column.effect === null) return 'not_tested';
  if (!reachesLimit(column.effect, column.limit)) return 'ok';
  if (reachesLimit(rule.q, column.q)) return 'alert';
  return reachesLimit(rule.watchP, column.p) ? 'watch' : 'ok';
}
