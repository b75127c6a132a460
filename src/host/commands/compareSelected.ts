import { l10n, type Uri } from 'vscode';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellError } from '../window/tell.ts';
import { compareAsked } from './compareAsked.ts';
import { comparablePath } from './dataFileUri.ts';

/** Compares the two files selected in the Explorer: the one selected first is the reference, whichever was right-clicked. */
export async function compareSelected(comparisons: Comparisons, selected: readonly Uri[] | undefined): Promise<void> {
  const [first, second, ...more] = selected ?? [];
  if (!first || !second || more.length > 0) {
    void tellError(l10n.t('Select two data files in the Explorer: first the reference, then the current one.'));
    return;
  }
  const reference = comparablePath(first);
  const current = reference === null ? null : comparablePath(second);
  if (reference !== null && current !== null) await compareAsked(comparisons, reference, current);
}
