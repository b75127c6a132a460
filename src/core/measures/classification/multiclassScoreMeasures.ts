import type { Measure } from '../measure.ts';
import { measuresOfClassScores } from '../registry.ts';
import type { ClassScorePass } from './classScoreMeasure.ts';
import { multiclassAuc } from './multiclassAuc.ts';
import { multiclassLosses } from './multiclassLosses.ts';

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
  const pass: ClassScorePass = {
    actual: labels,
    scores: columns,
    weights,
    n,
    alpha,
    rowsPerWeight: weighted?.rowsPerWeight ?? 1,
    k,
    areas: n > 0 ? multiclassAuc(labels, columns, weights) : null,
    losses: n > 0 ? multiclassLosses(labels, columns, weights) : null,
  };
  return measuresOfClassScores.map(({ measured }) => measured(pass));
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
