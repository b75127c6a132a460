import { fewestForCorrelation, lagOne } from './neighbourCorrelation.ts';

/** A squared standard error that rests on groups of rows that belong together, and on how many of them. */
export interface ClusterVariance {
  readonly variance: number;
  /** Groups (days) with rows. */
  readonly clusters: number;
  /** Lag-1 correlation of the groups in the order given, small-sample bias removed; null with fewer than 8. It means something where that is the order of time. */
  readonly lag: number | null;
}

/**
 * Squared standard error of an estimate from the sums of its rows' influences by cluster: B / (B − 1) Σ (U_b − mean U)². Null with fewer than two
 * clusters. O(B).
 *
 * @param sums of the influences h of the rows of each cluster, estimate − truth being about Σ h. @param seen whether a cluster has any row.
 *
 * Source: K.-Y. Liang and S. Zeger, Biometrika 73 (1986), with the usual small-sample factor.
 */
export function clusterVariance(sums: Float64Array, seen: Uint8Array): ClusterVariance | null {
  let clusters = 0;
  let total = 0;
  for (let b = 0; b < sums.length; b++) {
    if (seen[b] === 0) continue;
    clusters++;
    total += sums[b]!;
  }
  if (clusters < 2) return null;
  const mean = total / clusters;
  const left: number[] = [];
  for (let b = 0; b < sums.length; b++) if (seen[b] !== 0) left.push(sums[b]! - mean);
  const squares = left.reduce((sum, x) => sum + x * x, 0);
  return { variance: (clusters / (clusters - 1)) * squares, clusters, lag: lagOf(left, squares) };
}

function lagOf(left: readonly number[], squares: number): number | null {
  const count = left.length;
  if (count < fewestForCorrelation || !(squares > 0)) return null;
  let products = 0;
  for (let i = 0; i + 1 < count; i++) products += left[i]! * left[i + 1]!;
  const d = count - 1;
  return lagOne(products, count, { total: squares / d, d });
}

/**
 * The same for any statistic, from its values with one cluster left out at a time: (B − 1) / B Σ (θ₍₋b₎ − mean)². Null with fewer than two values.
 * Source: B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans (1982).
 */
export function jackknifeVariance(without: readonly (number | null)[]): ClusterVariance | null {
  const values = without.filter((value): value is number => value !== null && Number.isFinite(value));
  const clusters = values.length;
  if (clusters < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / clusters;
  const left = values.map((value) => value - mean);
  const squares = left.reduce((sum, x) => sum + x * x, 0);
  return { variance: ((clusters - 1) / clusters) * squares, clusters, lag: lagOf(left, squares) };
}
