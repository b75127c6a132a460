/** A squared standard error that rests on groups of rows that belong together, and on how many of them. */
export interface ClusterVariance {
  readonly variance: number;
  /** Groups (days) with rows. */
  readonly clusters: number;
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
  let squares = 0;
  for (let b = 0; b < sums.length; b++) if (seen[b] !== 0) squares += (sums[b]! - mean) ** 2;
  return { variance: (clusters / (clusters - 1)) * squares, clusters };
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
  return { variance: ((clusters - 1) / clusters) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0), clusters };
}
