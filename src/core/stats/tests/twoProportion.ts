import { erfc } from '../distributions/erfc.ts';

/**
 * Two-proportion z test with pooled variance, two-sided: x1 of n1 against x2 of n2.
 *
 * @returns z > 0 when the first share is larger. Shares pooled to 0 or 1: z 0, p 1. A side without rows: both NaN. z² is the chi-square
 *   statistic of the 2 × 2 table without continuity correction. Same as statsmodels proportions_ztest 0.13.5.
 */
export function twoProportionZ(x1: number, n1: number, x2: number, n2: number): { z: number; p: number } {
  if (!(n1 > 0) || !(n2 > 0)) return { z: Number.NaN, p: Number.NaN };
  const pooled = (x1 + x2) / (n1 + n2);
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  if (!(variance > 0)) return { z: 0, p: 1 };
  const z = (x1 / n1 - x2 / n2) / Math.sqrt(variance);
  return { z, p: erfc(Math.abs(z) * Math.SQRT1_2) };
}
