import { findings } from '../drift/findings.ts';
import { summary } from '../drift/summary.ts';
import type { ColumnReport, Report } from '../report/report.ts';

/** Labels that are not in yet are no drift of the target: more missing ones in current do not alert. What else is said of the column stands. */
export function awaitingLabels(compared: Report, target: string | null): Report {
  const at = compared.columns.findIndex(({ name }) => name === target);
  const column = compared.columns[at];
  if (column === undefined || column.cause !== 'missing' || column.missing.current.share <= column.missing.reference.share) return compared;
  const verdict = column.q !== null && column.q <= compared.rule.q ? 'watch' : 'ok';
  const calm: ColumnReport = {
    ...column,
    verdict,
    worst: verdict,
    cause: verdict === 'ok' ? null : 'whole',
    since: null,
    missing: { ...column.missing, verdict: 'ok' },
  };
  const columns = compared.columns.with(at, calm);
  return { ...compared, columns, summary: summary(columns, compared.spec), findings: findings(columns, compared.time) };
}
