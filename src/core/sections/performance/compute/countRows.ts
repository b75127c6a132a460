import type { Predictions } from '../../../read/predictions.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import type { EvaluationRows } from '../../predictions/result.ts';

/** How many rows can be used for what. O(rows × scores). */
export function countRows(p: Predictions, task: EvaluationTask): EvaluationRows {
  const count = { labelled: 0, predicted: 0, scored: 0, usable: 0, outside: 0, infinite: 0 };
  const classes = task === 'binary' || task === 'multiclass';
  for (let i = 0; i < p.rows; i++) {
    const target = p.target?.[i] ?? Number.NaN;
    const forecast = p.forecast?.[i] ?? Number.NaN;
    const labelled = classes ? (p.actual?.[i] ?? -1) >= 0 : Number.isFinite(target);
    const predicted = classes ? (p.predicted?.[i] ?? -1) >= 0 : Number.isFinite(forecast);
    let scored = p.scores.length > 0;
    let infinite =
      target === Number.POSITIVE_INFINITY || target === Number.NEGATIVE_INFINITY || Math.abs(forecast) === Number.POSITIVE_INFINITY;
    let outside = false;
    for (const score of p.scores) {
      const s = score[i]!;
      if (!Number.isFinite(s)) scored = false;
      if (Math.abs(s) === Number.POSITIVE_INFINITY) infinite = true;
      if (s < 0 || s > 1) outside = true;
    }
    if (labelled) count.labelled++;
    if (predicted) count.predicted++;
    if (scored) count.scored++;
    if (outside && classes) count.outside++;
    if (infinite) count.infinite++;
    if (labelled && (predicted || (task !== 'regression' && scored))) count.usable++;
  }
  return { rows: p.rows, ...count };
}
