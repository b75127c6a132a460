import type { Comparisons } from '../comparisons.ts';
import type { FindingPlace } from '../findingDiagnostic.ts';
import { tellReportGone } from './goneReport.ts';

/** Shows the column of a finding in its report, of a finding of the performance its section. */
export async function showInReport(comparisons: Comparisons, { reportId, column, chunk, measure }: FindingPlace): Promise<void> {
  const place = { column, chunk, ...(measure === undefined ? {} : { section: 'performance' as const }) };
  if (!(await comparisons.showReport(reportId, place))) tellReportGone();
}
