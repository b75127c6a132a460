import type { Report } from '../report/report.ts';
import { checksOf } from '../report/sectionOf.ts';
import type { CheckResult } from './check.ts';
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
 * The one definition of an alarm: findings, which are the checks that failed (`findingsOf`), at or above a severity. The exit code, the recent list,
 * notifications and titles read it. A column that moved or a measure that failed is at least a warning; a column that is gone or changed its type, a broken
 * limit and a certain drop are critical.
 */
export function outcome(report: Pick<Report, 'findings' | 'sections'>, severity: AlarmSeverity = alarmFrom): ReportOutcome {
  const alarms = report.findings.filter((finding) => compareSeverity(finding.severity, severity) >= 0);
  if (alarms.length > 0) return { verdict: 'fail', alarms };
  const told = [...checksOf(report, 'drift').filter(({ check }) => check.measure === 'share_moved'), ...checksOf(report, 'performance')];
  return { verdict: told.some(isTold) ? 'pass' : 'cannot_tell', alarms };
}

function isTold({ verdict: { outcome: of } }: CheckResult): boolean {
  return of === 'pass' || of === 'fail';
}
