import { andersonDarlingSf } from '../../src/core/stats/distributions/andersonDarlingLimit.ts';

/**
 * Two-sample Anderson-Darling test with mid-ranks for ties.
 *
 * @param a, b finite values, ascending.
 * @returns `a2`: the statistic A²akN of Scholz and Stephens (1987), equation 7, not normalised; `p`: upper tail of its limiting law.
 *   All pooled values equal: a2 0, p 1. One side empty: both NaN. One merge pass, O(n + m).
 *
 * scipy.stats.anderson_ksamp caps its p to [0.001, 0.25] and so cannot feed a false-discovery procedure; this p covers the whole range.
 */
export function andersonDarling(a: Float64Array, b: Float64Array): { a2: number; p: number } {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return { a2: Number.NaN, p: Number.NaN };
  const total = n + m;
  let i = 0;
  let j = 0;
  let sum = 0;
  while (i < n || j < m) {
    const x = i < n && (j >= m || a[i]! <= b[j]!) ? a[i]! : b[j]!;
    const iBefore = i;
    const jBefore = j;
    while (i < n && a[i] === x) i++;
    while (j < m && b[j] === x) j++;
    const ties = i + j - iBefore - jBefore;
    // Twice the mid-ranks: integers up to here, divided last.
    const rankA = iBefore + i;
    const rankB = jBefore + j;
    const pooled = rankA + rankB;
    const spread = pooled * (2 * total - pooled) - total * ties;
    // N M_a − n B is the same number for both samples up to its sign, so one sum serves both.
    const difference = m * rankA - n * rankB;
    if (spread > 0) sum += (ties * difference * difference) / spread;
  }
  // Σ (1/n + 1/m) (ties/N) δ² / (…), times (N − 1)/N.
  const a2 = (((total - 1) / total) * sum) / (n * m);
  return { a2, p: andersonDarlingSf(a2) };
}
