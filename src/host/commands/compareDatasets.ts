import { l10n } from 'vscode';
import { fileName } from '../fileName.ts';
import { likelyPartners, sideByName } from '../questions/likelyPartners.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { compareAsked } from './compareAsked.ts';
import { pickDataset } from './pickDataset.ts';

/** Asks for the reference and the current file, then compares them. */
export async function compareDatasets(comparisons: Comparisons): Promise<void> {
  const rank = { reference: 0, none: 1, current: 2 };
  const reference = await pickDataset({
    title: l10n.t('Compare Datasets (1 of 2): Reference'),
    placeholder: l10n.t('The data as it was: training data, or a period that was good'),
    near: null,
    // Of names that say the same, the plainest first: `reference.parquet` before `churn-reference.csv`.
    order: (paths) =>
      [...paths]
        .sort()
        .sort((a, b) => rank[sideByName(a) ?? 'none'] - rank[sideByName(b) ?? 'none'] || fileName(a).length - fileName(b).length),
  });
  if (reference === undefined) return;
  const current = await pickDataset({
    title: l10n.t('Compare Datasets (2 of 2): Current'),
    placeholder: l10n.t('The data to judge against {0}', fileName(reference)),
    near: reference,
    order: (paths) => likelyPartners(reference, paths),
  });
  if (current === undefined) return;
  await compareAsked(comparisons, reference, current);
}
