import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

/**
 * Average precision Σ (R_i − R_{i−1}) P_i over the distinct thresholds, highest score first. No interpolation: the trapezoid rule is too
 * kind. Null without positives. O(distinct scores). As sklearn average_precision_score 1.2.1.
 */
export function averagePrecision({ positives, negatives, totalPositives }: ScoreCounts): number | null {
  if (!(totalPositives > 0)) return null;
  let tp = 0;
  let rows = 0;
  let sum = 0;
  for (let i = positives.length - 1; i >= 0; i--) {
    const found = positives[i]!;
    tp += found;
    rows += found + negatives[i]!;
    if (found > 0) sum += found * (tp / rows);
  }
  return sum / totalPositives;
}
