import type { ConfusionCounts } from './confusionCounts.ts';

/** Disagreement of neighbouring classes counts less: not at all (none), by distance (linear) or its square (quadratic). */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/** Mean disagreement expected by chance, Σ w_ij a_i p_j / n². O(classes). */
function expectedDisagreement({ classes, total, actual, predicted }: ConfusionCounts, weights: KappaWeights): number {
  let sum = 0;
  if (weights === 'none') {
    for (let c = 0; c < classes; c++) sum += (actual[c]! / total) * (predicted[c]! / total);
    return 1 - sum;
  }
  if (weights === 'linear') {
    // |i − j| counts the cuts between i and j: sum over cuts of the mass on either side.
    let a = 0;
    let p = 0;
    for (let c = 0; c < classes; c++) {
      a += actual[c]! / total;
      p += predicted[c]! / total;
      sum += a * (1 - p) + (1 - a) * p;
    }
    return sum;
  }
  const moment = (of: Float64Array, power: number) => of.reduce((s, count, i) => s + (count / total) * i ** power, 0);
  return moment(actual, 2) + moment(predicted, 2) - 2 * moment(actual, 1) * moment(predicted, 1);
}

/**
 * Cohen's kappa: agreement beyond chance as a share of what was possible, at most 1. Null without rows, and when chance agreement is
 * certain because true and predicted labels are one and the same class. O(cells).
 *
 * @param weights for ordered classes. Same as sklearn cohen_kappa_score 1.2.1, which gives NaN where this gives null.
 */
export function cohensKappa(counts: ConfusionCounts, weights: KappaWeights = 'none'): number | null {
  if (!(counts.total > 0)) return null;
  const margin = counts.actual.indexOf(counts.total);
  if (margin >= 0 && counts.predicted[margin] === counts.total) return null;
  const { actual, predicted, count } = counts.cells;
  let observed = 0;
  for (let i = 0; i < count.length; i++) {
    const apart = Math.abs(actual[i]! - predicted[i]!);
    const weight = weights === 'none' ? Math.min(apart, 1) : weights === 'linear' ? apart : apart * apart;
    observed += (weight * count[i]!) / counts.total;
  }
  return 1 - observed / expectedDisagreement(counts, weights);
}
