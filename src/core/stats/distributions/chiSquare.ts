import { gammaQ } from './gamma.ts';

/**
 * Upper tail P(X > x) of the chi-square distribution with `df` degrees of freedom. df = 0 is the constant 0: 1 at x ≤ 0, else 0.
 * NaN when x is NaN or df < 0; 1 for x ≤ 0.
 */
export function chiSquareSf(x: number, df: number): number {
  if (Number.isNaN(x) || !(df >= 0)) return Number.NaN;
  if (x <= 0) return 1;
  if (df === 0) return 0;
  return gammaQ(df / 2, x / 2);
}
