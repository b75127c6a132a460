import { l10n, window } from 'vscode';
import type { Comparisons } from '../comparisons.ts';
import type { FindingPlace } from '../findingDiagnostic.ts';

/** Shows the column of a finding in its report. */
export async function showInReport(comparisons: Comparisons, place: FindingPlace): Promise<void> {
  const shown = await comparisons.showReport(place.reportId, place.column, place.chunk);
  if (!shown) void window.showInformationMessage(l10n.t('This report is no longer kept. Compare the two files again to see it.'));
}
