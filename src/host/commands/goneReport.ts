import { l10n } from 'vscode';
import { tellInformation } from '../window/tell.ts';

/** Says that a report is gone that something still points at. */
export function tellReportGone(): void {
  void tellInformation(l10n.t('This report is no longer kept. Compare the two files again to see it.'));
}
