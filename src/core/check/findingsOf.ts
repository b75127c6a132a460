import type { Report } from '../report/report.ts';
import { checksOf } from '../report/sectionOf.ts';
import type { CheckResult } from './check.ts';
import { columnFinding } from './columnFinding.ts';
import type { Finding } from './finding.ts';
import { performanceFindings } from './performanceFindings.ts';

/**
 * The findings of a report: its failed checks as data. Those of the predictions come first, then those of the columns in their order. What is about the same
 * thing is told once, by the check that carries it: of a column its values before its missing values, and both before its schema; of a measure a limit that
 * was asked for before a drop. O(checks).
 */
export function findingsOf(report: Pick<Report, 'sections' | 'time'>): Finding[] {
  const ofColumns = new Map<string, CheckResult>();
  for (const result of [...failed(checksOf(report, 'drift')), ...failed(checksOf(report, 'quality'))]) {
    const name = result.check.subject.column!;
    if (!ofColumns.has(name)) ofColumns.set(name, result);
  }
  const inOrder = [...new Set(checksOf(report, 'quality').map(({ check }) => check.subject.column!))];
  return [
    ...performanceFindings(report),
    ...inOrder.flatMap((name) => {
      const result = ofColumns.get(name);
      return result === undefined ? [] : [columnFinding(result, report.time)];
    }),
  ];
}

function failed(checks: readonly CheckResult[]): CheckResult[] {
  return checks.filter(({ verdict }) => verdict.outcome === 'fail');
}
