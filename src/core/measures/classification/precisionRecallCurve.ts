import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import { reduceCurve } from './reduceCurve.ts';

/** Precision and recall when rows scoring at least the threshold are called positive, highest threshold first. */
export interface PrecisionRecallCurve {
  readonly thresholds: Float64Array;
  readonly precision: Float64Array;
  readonly recall: Float64Array;
}

/** All points of the precision-recall curve, one per distinct score. Null without positives. O(distinct scores). */
export function precisionRecallCurve({ scores, positives, negatives, totalPositives }: ScoreCounts): PrecisionRecallCurve | null {
  if (!(totalPositives > 0)) return null;
  const n = scores.length;
  const thresholds = new Float64Array(n);
  const precision = new Float64Array(n);
  const recall = new Float64Array(n);
  let tp = 0;
  let rows = 0;
  for (let i = 0; i < n; i++) {
    const from = n - 1 - i;
    tp += positives[from]!;
    rows += positives[from]! + negatives[from]!;
    thresholds[i] = scores[from]!;
    precision[i] = rows > 0 ? tp / rows : 1;
    recall[i] = tp / totalPositives;
  }
  return { thresholds, precision, recall };
}

/** The curve in at most `limit` of its points, for drawing. */
export function reducedPrecisionRecallCurve(curve: PrecisionRecallCurve, limit = 200): PrecisionRecallCurve {
  const at = reduceCurve(curve.recall, curve.precision, limit);
  return {
    thresholds: Float64Array.from(at, (i) => curve.thresholds[i]!),
    precision: Float64Array.from(at, (i) => curve.precision[i]!),
    recall: Float64Array.from(at, (i) => curve.recall[i]!),
  };
}
