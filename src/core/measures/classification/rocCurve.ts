import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import { reduceCurve } from './reduceCurve.ts';

/** Rates when rows scoring at least the threshold are called positive; the first threshold is Infinity, which calls none so. */
export interface RocCurve {
  readonly thresholds: Float64Array;
  readonly fpr: Float64Array;
  readonly tpr: Float64Array;
}

/** All points of the ROC curve, from (0, 0) to (1, 1), one per distinct score. Null when a class is missing. O(distinct scores). */
export function rocCurve({ scores, positives, negatives, totalPositives, totalNegatives }: ScoreCounts): RocCurve | null {
  if (!(totalPositives > 0) || !(totalNegatives > 0)) return null;
  const n = scores.length;
  const thresholds = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const fpr = new Float64Array(n + 1);
  const tpr = new Float64Array(n + 1);
  let tp = 0;
  let fp = 0;
  for (let i = 1; i <= n; i++) {
    tp += positives[n - i]!;
    fp += negatives[n - i]!;
    thresholds[i] = scores[n - i]!;
    tpr[i] = tp / totalPositives;
    fpr[i] = fp / totalNegatives;
  }
  return { thresholds, fpr, tpr };
}

function pick({ thresholds, fpr, tpr }: RocCurve, at: readonly number[]): RocCurve {
  return {
    thresholds: Float64Array.from(at, (i) => thresholds[i]!),
    fpr: Float64Array.from(at, (i) => fpr[i]!),
    tpr: Float64Array.from(at, (i) => tpr[i]!),
  };
}

/** Leaves out points between equal steps, which lie on a straight line (sklearn roc_curve 1.2.1, drop_intermediate=True). O(points). */
export function withoutStraightPoints(counts: ScoreCounts, curve: RocCurve): RocCurve {
  const n = counts.scores.length;
  const at: number[] = [];
  for (let i = 0; i <= n; i++) {
    // Step i goes from point i to i + 1 and holds the rows of score n − 1 − i. Compared as counts: rates carry rounding.
    const bends =
      i === 0 ||
      i === n ||
      counts.positives[n - i] !== counts.positives[n - 1 - i] ||
      counts.negatives[n - i] !== counts.negatives[n - 1 - i];
    if (bends) at.push(i);
  }
  return pick(curve, at);
}

/** The curve in at most `limit` of its points, for drawing. */
export function reducedRocCurve(curve: RocCurve, limit = 200): RocCurve {
  return pick(curve, reduceCurve(curve.fpr, curve.tpr, limit));
}
