import type { ScoreCurves } from '../result.ts';

/** What deciding at one threshold comes to. Null where undefined. */
export interface ThresholdPoint {
  readonly at: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Per row, in the unit of the costs. */
  readonly cost: number;
}

/** What wrong decisions cost, in one unit. */
export interface Costs {
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** Every threshold of a score with what deciding there comes to. */
export function thresholdPoints({ thresholds }: ScoreCurves, costs: Costs): ThresholdPoint[] {
  return thresholds.at.map((at, i) => {
    const [tp, fp, fn, tn] = [thresholds.tp[i]!, thresholds.fp[i]!, thresholds.fn[i]!, thresholds.tn[i]!];
    const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
    const rows = tp + fp + fn + tn;
    return {
      at,
      tp,
      fp,
      fn,
      tn,
      precision: ratio(tp, tp + fp),
      recall: ratio(tp, tp + fn),
      f1: ratio(2 * tp, 2 * tp + fp + fn),
      cost: rows === 0 ? 0 : (fp * costs.falsePositive + fn * costs.falseNegative) / rows,
    };
  });
}

/** The threshold of the lowest cost; of several the one nearest to 0.5. Null without thresholds. */
export function cheapestThreshold(points: readonly ThresholdPoint[]): ThresholdPoint | null {
  const lowest = Math.min(...points.map((point) => point.cost));
  const cheapest = points.filter((point) => point.cost <= lowest * (1 + 1e-12));
  return cheapest.reduce<ThresholdPoint | null>(
    (best, point) => (best === null || Math.abs(point.at - 0.5) < Math.abs(best.at - 0.5) ? point : best),
    null,
  );
}
