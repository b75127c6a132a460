import { l10n } from 'vscode';
import type { Pair } from '../../app/filePair.ts';
import type { ColumnInspection } from '../../core/roles/inspectColumns.ts';
import type { EvaluateSpec } from '../../core/spec/spec.ts';
import { editorFailure, isCancelled } from '../editorFailure.ts';
import { fileName } from '../fileName.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { tellError } from '../window/tell.ts';
import { withNotification } from '../window/withNotification.ts';
import { choosePart, withoutColumns } from './askedParts.ts';
import { askPart, askValue } from './evaluationQuestions.ts';

/** Looks at the columns, with a notification that can cancel it. */
function look(comparisons: Comparisons, pair: Pair, chosen: EvaluateSpec): Promise<ColumnInspection> {
  const title = l10n.t('Looking at the columns of {0}', fileName(pair.current));
  const controller = new AbortController();
  return withNotification(
    title,
    () => controller.abort(),
    () => comparisons.inspect(pair, chosen, controller.signal),
  );
}

/** As `look`; a choice of names that the files no longer have is let go. */
async function lookAgain(
  comparisons: Comparisons,
  pair: Pair,
  chosen: EvaluateSpec,
): Promise<{ readonly chosen: EvaluateSpec; readonly inspection: ColumnInspection }> {
  try {
    return { chosen, inspection: await look(comparisons, pair, chosen) };
  } catch (error) {
    const names = Object.keys(chosen).length > Object.keys(withoutColumns(chosen)).length;
    if ((error as { code?: unknown }).code !== 'unknown_column' || !names) throw error;
    const left = withoutColumns(chosen);
    return { chosen: left, inspection: await look(comparisons, pair, left) };
  }
}

/**
 * Shows which columns would be evaluated as what, for one-click correction, and remembers what was corrected for the pair. False when the
 * question was dismissed, or the files cannot be read, which is told.
 */
export async function confirmColumns(comparisons: Comparisons, pair: Pair): Promise<boolean> {
  const title = l10n.t('Evaluate {0}', fileName(pair.current));
  let chosen = await comparisons.evaluateChoices(pair);
  try {
    for (;;) {
      const looked = await lookAgain(comparisons, pair, chosen);
      chosen = looked.chosen;
      let value: Awaited<ReturnType<typeof askValue>>;
      while (value === undefined) {
        const part = await askPart(looked.inspection, title);
        if (part === undefined) return false;
        if (part === 'run') {
          await comparisons.setEvaluateChoices(pair, chosen);
          return true;
        }
        // A question that is dismissed leads back to the list.
        value = await askValue(looked.inspection, part, chosen);
        if (value) chosen = choosePart(chosen, part, value.value);
      }
    }
  } catch (error) {
    if (!isCancelled(error)) void tellError(await editorFailure(error));
    return false;
  }
}
