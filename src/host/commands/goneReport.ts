import { l10n, window } from 'vscode';

/** Says that a report is gone that something still points at. */
export function tellReportGone(): void {
  void window.showInformationMessage(l10n.t('This report is no longer kept. Compare the two files again to see it.'));
}
