import { type AucDifference, normalDifference } from '../../src/core/stats/intervals/deLong.ts';
import { argsort } from '../../src/core/stats/samples/argsort.ts';

/** AUCs of two models on the same rows, with variances and covariance. */
export interface PairedDeLong {
  readonly auc1: number;
  readonly auc2: number;
  readonly variance1: number;
  readonly variance2: number;
  readonly covariance: number;
  readonly difference: AucDifference;
}

/** For each value the number of sorted values below it plus half of those equal to it. */
function midCounts(values: Float64Array, sorted: Float64Array): Float64Array {
  const order = argsort(values);
  const counts = new Float64Array(values.length);
  let below = 0;
  let to = 0;
  for (const i of order) {
    const x = values[i]!;
    while (below < sorted.length && sorted[below]! < x) below++;
    to = Math.max(to, below);
    while (to < sorted.length && sorted[to]! === x) to++;
    counts[i] = (below + to) / 2;
  }
  return counts;
}

interface Placements {
  readonly auc: number;
  readonly ofPositives: Float64Array;
  readonly ofNegatives: Float64Array;
}

function placements(scores: Float64Array, positive: Uint8Array): Placements {
  const ones = scores.filter((_, i) => positive[i] === 1);
  const zeros = scores.filter((_, i) => positive[i] !== 1);
  const p = ones.length;
  const q = zeros.length;
  const ofPositives = midCounts(ones, Float64Array.from(zeros).sort()).map((count) => count / q);
  const ofNegatives = midCounts(zeros, Float64Array.from(ones).sort()).map((count) => 1 - count / p);
  let sum = 0;
  for (const v of ofPositives) sum += v;
  return { auc: sum / p, ofPositives, ofNegatives };
}

/** Covariance (divisor n − 1) of two lists with known means. */
function covariance(x: Float64Array, meanX: number, y: Float64Array, meanY: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! - meanX) * (y[i]! - meanY);
  return sum / (x.length - 1);
}

/**
 * DeLong's test of two models scored on the same rows. Null with fewer than two rows of a class. Equal scores: no variance of the
 * difference, z 0 and p 1. O(n log n).
 *
 * @param positive 1 for positives. Every row has a label and both scores.
 *
 * Source: E. DeLong et al., Biometrics 44 (1988).
 */
export function pairedDeLong(positive: Uint8Array, scores1: Float64Array, scores2: Float64Array, alpha = 0.05): PairedDeLong | null {
  const first = placements(scores1, positive);
  const second = placements(scores2, positive);
  const p = first.ofPositives.length;
  const q = first.ofNegatives.length;
  if (p < 2 || q < 2) return null;
  const of = (a: Placements, b: Placements) =>
    covariance(a.ofPositives, a.auc, b.ofPositives, b.auc) / p + covariance(a.ofNegatives, a.auc, b.ofNegatives, b.auc) / q;
  const variance1 = of(first, first);
  const variance2 = of(second, second);
  const shared = of(first, second);
  const variance = variance1 + variance2 - 2 * shared;
  // Three sums that cancel leave rounding noise, not a variance.
  const cancelled = variance <= 1e-12 * (variance1 + variance2);
  return {
    auc1: first.auc,
    auc2: second.auc,
    variance1,
    variance2,
    covariance: shared,
    difference: normalDifference(first.auc - second.auc, cancelled ? 0 : variance, alpha),
  };
}
