import { chiSquareSf } from '../../src/core/stats/distributions/chiSquare.ts';

/**
 * Likelihood-ratio (G) test of homogeneity on the 2 × k table [reference; current]: G = 2 Σ O ln(O / E), chi-square with one degree of
 * freedom less than there are non-empty categories. One category, or a side without rows: statistic 0, df 0, p 1.
 *
 * Same as scipy.stats.chi2_contingency(lambda_="log-likelihood", correction=False) 1.10.1. O(k).
 */
export function gTest(reference: ArrayLike<number>, current: ArrayLike<number>): { statistic: number; df: number; p: number } {
  let n = 0;
  let m = 0;
  let cells = 0;
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += current[i]!;
    if (reference[i]! + current[i]! > 0) cells++;
  }
  if (cells < 2 || n === 0 || m === 0) return { statistic: 0, df: 0, p: 1 };
  let sum = 0;
  for (let i = 0; i < reference.length; i++) {
    const a = reference[i]!;
    const b = current[i]!;
    if (a > 0) sum += a * Math.log((a / (a + b)) * ((n + m) / n));
    if (b > 0) sum += b * Math.log((b / (a + b)) * ((n + m) / m));
  }
  const statistic = Math.max(0, 2 * sum);
  return { statistic, df: cells - 1, p: chiSquareSf(statistic, cells - 1) };
}
