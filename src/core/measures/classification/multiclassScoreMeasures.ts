import { type Measure, type UndefinedReason, undefinedMeasure } from '../measure.ts';
import type { MeasureName } from '../registry.ts';
import { meanMeasure, normalMeasure, proportionMeasure } from '../uncertainty.ts';
import type { MeanLoss } from './logLoss.ts';
import { mostClassesForAuc, multiclassAuc } from './multiclassAuc.ts';
import { multiclassLosses } from './multiclassLosses.ts';
import { topKHits } from './topKAccuracy.ts';

export interface MulticlassScoreOptions {
  readonly alpha?: number;
  /** Of top-k accuracy. */
  readonly k?: number;
  /** Weight of each row, 0 or above, and effective rows / total weight. */
  readonly weighted?: { readonly weights: Float64Array; readonly rowsPerWeight: number } | null;
}

/**
 * Measures of a model with one score per class. Rows without label, with a missing score or of weight 0 are left out (label −1, NaN). With weights
 * intervals rest on the effective rows, those of the AUCs on each row's own part.
 * O(classes · n).
 *
 * @param actual class of each row, 0 … classes − 1. @param scores one column per class.
 */
export function multiclassScoreMeasures(
  actual: Int32Array,
  scores: readonly Float64Array[],
  { alpha = 0.05, k = 2, weighted = null }: MulticlassScoreOptions = {},
): Measure[] {
  const usable = usableRows(actual, scores, weighted?.weights ?? null);
  const labels = usable === null ? actual : Int32Array.from(usable, (i) => actual[i]!);
  const columns = usable === null ? scores : scores.map((column) => take(column, usable));
  const weights = weighted === null ? null : usable === null ? weighted.weights : take(weighted.weights, usable);
  const n = weights === null ? labels.length : weights.reduce((sum, w) => sum + w, 0);
  const rowsPerWeight = weighted?.rowsPerWeight ?? 1;
  const areas = n > 0 ? multiclassAuc(labels, columns, weights) : null;
  const noArea: UndefinedReason = n === 0 ? 'no_rows' : scores.length > mostClassesForAuc ? 'too_many_classes' : 'one_class';
  const area = (name: MeasureName, of: 'ovrMacro' | 'ovrWeighted' | 'ovoMacro' | 'ovoWeighted') =>
    areas === null
      ? undefinedMeasure(name, noArea, n)
      : normalMeasure(name, areas[of].value, areas[of].standardError, n, alpha, 'delong', [0, 1]);
  const losses = n > 0 ? multiclassLosses(labels, columns, weights) : null;
  const noLoss: UndefinedReason = n === 0 ? 'no_rows' : 'score_outside_0_1';
  const loss = (name: MeasureName, of: 'logLoss' | 'brier') =>
    losses === null
      ? undefinedMeasure(name, noLoss, n)
      : meanMeasure(name, inEffectiveRows(losses[of], labels.length, n * rowsPerWeight), n, alpha);
  return [
    area('roc_auc_ovr_macro', 'ovrMacro'),
    area('roc_auc_ovr_weighted', 'ovrWeighted'),
    area('roc_auc_ovo_macro', 'ovoMacro'),
    area('roc_auc_ovo_weighted', 'ovoWeighted'),
    loss('log_loss', 'logLoss'),
    loss('brier', 'brier'),
    proportionMeasure('top_k_accuracy', topKHits(labels, columns, k, weights), n, 'no_rows', { alpha, rowsPerWeight }, k),
  ];
}

/** The variance of weighted rows has (rows − 1) / rows of them in its divisor; in effective rows it is a little larger. */
function inEffectiveRows({ mean, variance }: MeanLoss, rows: number, effective: number): MeanLoss {
  return { n: effective, mean, variance: rows === effective ? variance : ((variance * (rows - 1)) / rows) * (effective / (effective - 1)) };
}

/** Rows with label, all scores and a weight; null when all are. */
function usableRows(actual: Int32Array, scores: readonly Float64Array[], weights: Float64Array | null): Uint32Array | null {
  const rows = new Uint32Array(actual.length);
  let count = 0;
  for (let i = 0; i < actual.length; i++) {
    let fits = actual[i]! >= 0 && (weights === null || weights[i]! > 0);
    for (let c = 0; fits && c < scores.length; c++) fits = !Number.isNaN(scores[c]![i]!);
    if (fits) rows[count++] = i;
  }
  return count === actual.length ? null : rows.subarray(0, count);
}

function take(column: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}
