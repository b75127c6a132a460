import { l10n, type Uri } from 'vscode';
import { fileName } from '../fileName.ts';
import { likelyPartners } from '../questions/likelyPartners.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import type { ReferenceMark } from '../runs/referenceMark.ts';
import { compareAsked } from './compareAsked.ts';
import { comparablePath } from './dataFileUri.ts';
import { tellNoReference } from './noReference.ts';
import { pickDataset } from './pickDataset.ts';

/** Compares a file with the remembered reference; asks for the file when none was clicked. */
export async function compareWithReference(comparisons: Comparisons, mark: ReferenceMark, clicked: Uri | undefined): Promise<void> {
  const reference = mark.path;
  if (reference === undefined) {
    tellNoReference();
    return;
  }
  const current = clicked
    ? comparablePath(clicked)
    : await pickDataset({
        title: l10n.t('Compare with {0}', fileName(reference)),
        placeholder: l10n.t('The data to judge against {0}', fileName(reference)),
        near: reference,
        order: (paths) => likelyPartners(reference, paths),
      });
  if (current) await compareAsked(comparisons, reference, current);
}
