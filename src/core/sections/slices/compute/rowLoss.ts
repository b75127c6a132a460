import type { Predictions } from '../../../read/predictions.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import type { Slices } from '../result.ts';

/** The loss that slices and attribution are judged by; null where there is none (no labels, no predictions, a ranking). */
export function sliceMeasure(p: Predictions, task: EvaluationTask): Slices['measure'] | null {
  if (task === 'regression') return p.target !== null && p.forecast !== null ? 'absolute_error' : null;
  return (task === 'binary' || task === 'multiclass') && p.actual !== null && p.predicted !== null ? 'error_rate' : null;
}

/** Loss of each row: 1 for a wrong label and 0 for a right one, or the absolute error; NaN where the row cannot be judged. O(rows). */
export function rowLoss(p: Predictions, measure: Slices['measure']): Float64Array {
  const loss = new Float64Array(p.rows).fill(Number.NaN);
  if (measure === 'absolute_error') {
    for (let i = 0; i < p.rows; i++) {
      const error = Math.abs(p.forecast![i]! - p.target![i]!);
      if (Number.isFinite(error)) loss[i] = error;
    }
    return loss;
  }
  for (let i = 0; i < p.rows; i++) {
    const actual = p.actual![i]!;
    const predicted = p.predicted![i]!;
    if (actual >= 0 && predicted >= 0) loss[i] = actual === predicted ? 0 : 1;
  }
  return loss;
}
