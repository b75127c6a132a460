import { l10n, type Uri } from 'vscode';
import { fileName } from '../fileName.ts';
import { askTables } from '../questions/askTables.ts';
import { confirmColumns } from '../questions/confirmColumns.ts';
import { likelyPartners, predictionsFirst, sideByName } from '../questions/likelyPartners.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import type { ReferenceMark } from '../runs/referenceMark.ts';
import { tellError } from '../window/tell.ts';
import { comparablePath } from './dataFileUri.ts';
import { pickDataset, pickDatasetOrNone } from './pickDataset.ts';

/** Shows what would be evaluated as what, then evaluates. */
async function evaluate(comparisons: Comparisons, reference: string | null, current: string): Promise<void> {
  const pair = await askTables(comparisons, { reference, current, evaluate: true });
  if (pair !== null && (await confirmColumns(comparisons, pair))) await comparisons.compare(pair);
}

/** Asks for the reference of predictions: none, the drift reference, or another file. Undefined when the question is dismissed. */
function askReference(mark: ReferenceMark, current: string, title: string): Promise<string | null | undefined> {
  return pickDatasetOrNone({
    title,
    placeholder: l10n.t('Predictions on data where the model was known to be good'),
    near: current,
    order: (paths) => likelyPartners(current, paths),
    none: l10n.t('No reference'),
    marked: mark.path === current ? undefined : mark.path,
  });
}

/** Asks for the file of predictions and for a reference, which may be none, then evaluates. */
export async function evaluatePredictions(comparisons: Comparisons, mark: ReferenceMark): Promise<void> {
  const current = await pickDataset({
    title: l10n.t('Evaluate Predictions (1 of 2): Predictions'),
    placeholder: l10n.t('The file with what the model predicted, and the true labels where they are known'),
    near: null,
    order: predictionsFirst,
  });
  if (current === undefined) return;
  const reference = await askReference(mark, current, l10n.t('Evaluate Predictions (2 of 2): Reference'));
  if (reference !== undefined) await evaluate(comparisons, reference, current);
}

/** The file of predictions and its reference of two that are selected: as their names say, else the one that was right-clicked is evaluated. */
function sides(clicked: string, other: string): { readonly reference: string; readonly current: string } {
  const turned =
    sideByName(clicked) === 'reference'
      ? sideByName(other) !== 'reference'
      : sideByName(clicked) === null && sideByName(other) === 'current';
  return turned ? { reference: clicked, current: other } : { reference: other, current: clicked };
}

/** Evaluates a file from a menu; of two selected files the other is the reference, else one is asked for. */
export async function evaluateFile(
  comparisons: Comparisons,
  mark: ReferenceMark,
  clicked: Uri | undefined,
  selected: readonly Uri[] | undefined,
): Promise<void> {
  const uri = clicked ?? selected?.[0];
  if (!uri) return evaluatePredictions(comparisons, mark);
  const others = (selected ?? []).filter((other) => other.toString() !== uri.toString());
  if (others.length > 1) {
    void tellError(l10n.t('Select one file of predictions, and at most one reference with it.'));
    return;
  }
  const path = comparablePath(uri);
  if (path === null) return;
  const [second] = others;
  if (second) {
    const other = comparablePath(second);
    if (other === null) return;
    const { reference, current } = sides(path, other);
    return evaluate(comparisons, reference, current);
  }
  const reference = await askReference(mark, path, l10n.t('Evaluate {0}: Reference', fileName(path)));
  if (reference !== undefined) await evaluate(comparisons, reference, path);
}
