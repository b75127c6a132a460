import type { Comparisons } from '../comparisons.ts';
import type { FindingPlace } from '../findingDiagnostic.ts';
import { tellReportGone } from './goneReport.ts';

/** Shows the column of a finding in its report. */
export async function showInReport(comparisons: Comparisons, place: FindingPlace): Promise<void> {
  if (!(await comparisons.showReport(place.reportId, place.column, place.chunk))) tellReportGone();
}
