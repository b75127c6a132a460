import { l10n, window } from 'vscode';

/** Says that no reference is set, and how to set one. */
export function tellNoReference(): void {
  void window.showInformationMessage(l10n.t('No drift reference is set. Right-click a data file and choose “Select as Drift Reference”.'));
}
