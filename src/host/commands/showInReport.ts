import type { FindingPlace } from '../problems/findingDiagnostic.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellReportGone } from './goneReport.ts';

/** Shows the column of a finding in its report, of a finding of the performance its measure, or the section when it is about none. */
export async function showInReport(comparisons: Comparisons, { reportId, column, chunk, measure, at }: FindingPlace): Promise<void> {
  const section = measure === undefined ? {} : { section: 'performance' as const };
  const row = measure ? { measure: { name: measure, at: at ?? null } } : {};
  if (!(await comparisons.showReport(reportId, { column, chunk, ...section, ...row }))) tellReportGone();
}
