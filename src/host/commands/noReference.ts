import { l10n } from 'vscode';
import { tellInformation } from '../window/tell.ts';

/** Says that no reference is set, and how to set one. */
export function tellNoReference(): void {
  void tellInformation(l10n.t('No drift reference is set. Right-click a data file and choose “Select as Drift Reference”.'));
}
