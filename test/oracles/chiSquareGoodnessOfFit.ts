import { chiSquareSf } from '../../src/core/stats/distributions/chiSquare.ts';

/**
 * One-sample chi-square test of counts against planned shares (for instance arm counts of an experiment against its split).
 *
 * @param observed counts, one per cell.
 * @param planned relative sizes in any unit; they are scaled to the observed total.
 * @returns statistic Σ (O − E)² / E with k − 1 degrees of freedom; a cell planned empty but observed gives Infinity and p 0. No rows:
 *   statistic 0, p 1.
 */
export function chiSquareGoodnessOfFit(
  observed: ArrayLike<number>,
  planned: ArrayLike<number>,
): { statistic: number; df: number; p: number } {
  let rows = 0;
  let plan = 0;
  for (let i = 0; i < observed.length; i++) {
    rows += observed[i]!;
    plan += planned[i]!;
  }
  const df = Math.max(0, observed.length - 1);
  if (rows === 0 || df === 0) return { statistic: 0, df, p: 1 };
  let statistic = 0;
  for (let i = 0; i < observed.length; i++) {
    const expected = (planned[i]! / plan) * rows;
    const difference = observed[i]! - expected;
    if (difference !== 0) statistic += (difference * difference) / expected;
  }
  return { statistic, df, p: chiSquareSf(statistic, df) };
}
