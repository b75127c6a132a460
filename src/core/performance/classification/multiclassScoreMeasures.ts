import type { MeasureName } from '../catalogue.ts';
import { type Measure, type UndefinedReason, undefinedMeasure } from '../measure.ts';
import { meanMeasure, normalMeasure, proportionMeasure } from '../uncertainty.ts';
import { mostClassesForAuc, multiclassAuc } from './multiclassAuc.ts';
import { multiclassLosses } from './multiclassLosses.ts';
import { topKHits } from './topKAccuracy.ts';

/**
 * Measures of a model with one score per class. Rows without label or with a missing score are left out before (label −1, NaN).
 * O(classes² · n log n).
 *
 * @param actual class of each row, 0 … classes − 1. @param scores one column per class. @param k of top-k accuracy.
 */
export function multiclassScoreMeasures(
  actual: Int32Array,
  scores: readonly Float64Array[],
  { alpha = 0.05, k = 2 }: { readonly alpha?: number; readonly k?: number } = {},
): Measure[] {
  const usable = Uint32Array.from(actual, (_, i) => i).filter((i) => actual[i]! >= 0 && scores.every((column) => !Number.isNaN(column[i])));
  const labels = Int32Array.from(usable, (i) => actual[i]!);
  const columns = scores.map((column) => Float64Array.from(usable, (i) => column[i]!));
  const n = labels.length;
  const areas = n > 0 ? multiclassAuc(labels, columns) : null;
  const noArea: UndefinedReason = n === 0 ? 'no_rows' : scores.length > mostClassesForAuc ? 'too_many_classes' : 'one_class';
  const area = (name: MeasureName, of: 'ovrMacro' | 'ovrWeighted' | 'ovoMacro' | 'ovoWeighted') =>
    areas === null
      ? undefinedMeasure(name, noArea, n)
      : normalMeasure(name, areas[of].value, areas[of].standardError, n, alpha, 'delong', [0, 1]);
  const losses = n > 0 ? multiclassLosses(labels, columns) : null;
  const noLoss: UndefinedReason = n === 0 ? 'no_rows' : 'score_outside_0_1';
  return [
    area('roc_auc_ovr_macro', 'ovrMacro'),
    area('roc_auc_ovr_weighted', 'ovrWeighted'),
    area('roc_auc_ovo_macro', 'ovoMacro'),
    area('roc_auc_ovo_weighted', 'ovoWeighted'),
    losses === null ? undefinedMeasure('log_loss', noLoss, n) : meanMeasure('log_loss', losses.logLoss, n, alpha),
    losses === null ? undefinedMeasure('brier', noLoss, n) : meanMeasure('brier', losses.brier, n, alpha),
    proportionMeasure('top_k_accuracy', topKHits(labels, columns, k), n, 'no_rows', { alpha, rowsPerWeight: 1 }, k),
  ];
}
