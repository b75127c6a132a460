import { l10n } from 'vscode';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellInformation } from '../window/tell.ts';

/** Takes back what was chosen for the comparison on screen. */
export async function resetChoices(comparisons: Comparisons): Promise<void> {
  const done = await comparisons.resetChoices();
  if (done === null) {
    void tellInformation(l10n.t('No drift report is on screen. Open the report whose choices are to be reset.'));
  } else if (!done) void tellInformation(l10n.t('Nothing was chosen for this comparison.'));
}
