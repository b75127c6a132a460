import type { Report } from '../report/report.ts';
import { columnsOf, resultOf } from '../report/sectionOf.ts';
import type { Finding } from './finding.ts';
import { alarmFrom, compareSeverity } from './findingSeverity.ts';

/** From which severity on a finding is an alarm. */
export type AlarmSeverity = 'warning' | 'critical';

/** What became of a report. */
export interface ReportOutcome {
  /** `fail`: there is an alarm; `cannot_tell`: there is none, and nothing that was asked could be told. */
  readonly verdict: 'pass' | 'fail' | 'cannot_tell';
  /** The findings that are alarms, in the order of the report. */
  readonly alarms: readonly Finding[];
}

/**
 * The one definition of an alarm: findings at or above a severity. The exit code, the recent list, notifications and titles read it. Findings are made
 * where columns and measures are decided, each with the severity of its fault (`findingSeverity`): a column that moved or a measure that failed is at least a
 * warning; a column that is gone or changed its type, a broken limit and a certain drop are critical.
 */
export function outcome(report: Pick<Report, 'findings' | 'sections'>, severity: AlarmSeverity = alarmFrom): ReportOutcome {
  const alarms = report.findings.filter((finding) => compareSeverity(finding.severity, severity) >= 0);
  if (alarms.length > 0) return { verdict: 'fail', alarms };
  const told = columnsOf(report).some((column) => column.verdict === 'ok' || column.verdict === 'watch' || column.verdict === 'alert');
  const judged = resultOf(report, 'performance')?.measures.some((row) => row.verdict !== null && row.verdict !== 'cannot_tell') ?? false;
  return { verdict: told || judged ? 'pass' : 'cannot_tell', alarms };
}
