import { chiSquareSf } from '../distributions/chiSquare.ts';

/** Chi-square test that two count vectors come from the same shares. */
export interface ChiSquareHomogeneity {
  readonly statistic: number;
  /** Non-empty categories − 1. */
  readonly df: number;
  readonly p: number;
  /** √(statistic / N), 0 to 1. */
  readonly cramersV: number;
  /** Smallest expected count of the 2 × k table; the approximation is poor below 5. */
  readonly minExpected: number;
}

/**
 * Pearson's chi-square test of homogeneity on the 2 × k table [reference; current].
 *
 * @param continuity applies Yates' correction to a 2 × 2 table (no effect on larger ones), as scipy does by default.
 * @returns categories empty on both sides are dropped. One category left, or a side without rows: statistic 0, df 0, p 1.
 *
 * Same as scipy.stats.chi2_contingency 1.10.1 after dropping empty columns. O(k).
 */
export function chiSquareHomogeneity(reference: ArrayLike<number>, current: ArrayLike<number>, continuity = false): ChiSquareHomogeneity {
  let n = 0;
  let m = 0;
  let cells = 0;
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += current[i]!;
    if (reference[i]! + current[i]! > 0) cells++;
  }
  const total = n + m;
  const df = Math.max(0, cells - 1);
  if (df === 0 || n === 0 || m === 0) return { statistic: 0, df: 0, p: 1, cramersV: 0, minExpected: cells > 0 ? Math.min(n, m) : 0 };
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < reference.length; i++) {
    const pooled = reference[i]! + current[i]!;
    if (pooled === 0) continue;
    // |O − E| is the same number on both rows: |a m − b n| / N.
    let difference = Math.abs(reference[i]! * m - current[i]! * n) / total;
    if (continuity && df === 1) difference = Math.max(0, difference - 0.5);
    // d²/E_ref + d²/E_cur with E = pooled·n/N and pooled·m/N.
    sum += ((difference * difference) / pooled) * (total / n) * (total / m);
    smallest = Math.min(smallest, (pooled * Math.min(n, m)) / total);
  }
  return { statistic: sum, df, p: chiSquareSf(sum, df), cramersV: Math.min(1, Math.sqrt(sum / total)), minExpected: smallest };
}
