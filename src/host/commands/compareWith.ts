import { l10n, type Uri } from 'vscode';
import { fileName } from '../fileName.ts';
import { likelyPartners, sideByName } from '../questions/likelyPartners.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { activeFile } from '../window/activeFile.ts';
import { compareAsked } from './compareAsked.ts';
import { compareDatasets } from './compareDatasets.ts';
import { comparablePath } from './dataFileUri.ts';
import { pickDataset } from './pickDataset.ts';

/**
 * Compares one file with another that is asked for. The file is the current side, unless its name or the other's says that it is the reference.
 */
export async function compareWith(comparisons: Comparisons, clicked: Uri | undefined): Promise<void> {
  const uri = clicked ?? activeFile();
  if (!uri) return compareDatasets(comparisons);
  const path = comparablePath(uri);
  if (path === null) return;
  const isReference = sideByName(path) === 'reference';
  const partner = await pickDataset({
    title: isReference ? l10n.t('Compare {0} (reference) with', fileName(path)) : l10n.t('Compare {0} with', fileName(path)),
    placeholder: isReference
      ? l10n.t('The data to judge against {0}', fileName(path))
      : l10n.t('The reference: training data, or a period that was good'),
    near: path,
    order: (paths) => likelyPartners(path, paths),
  });
  if (partner === undefined) return;
  const first = isReference || (sideByName(path) === null && sideByName(partner) === 'current');
  const [reference, current] = first ? [path, partner] : [partner, path];
  await compareAsked(comparisons, reference, current);
}
