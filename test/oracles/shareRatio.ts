import { normalQuantile } from '../../src/core/stats/distributions/normal.ts';

/**
 * Ratio of two independent shares (x1/n1) / (x2/n2) with its interval by the log method; null when a count is 0, where the logarithm
 * has no variance. Subtract 1 for the relative lift of the first over the second.
 *
 * Source: D. Katz et al., Biometrics 34 (1978); same as statsmodels confint_proportions_2indep 0.13.5 (compare="ratio", method="log").
 */
export function shareRatio(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  alpha = 0.05,
): { ratio: number; low: number; high: number } | null {
  if (!(x1 > 0) || !(x2 > 0) || !(n1 > 0) || !(n2 > 0)) return null;
  const ratio = x1 / n1 / (x2 / n2);
  const half = -normalQuantile(alpha / 2) * Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2);
  return { ratio, low: ratio * Math.exp(-half), high: ratio * Math.exp(half) };
}
