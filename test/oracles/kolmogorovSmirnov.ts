import { kolmogorovSmirnovP } from '../../src/core/stats/tests/kolmogorovSmirnovP.ts';
import { largestGaps } from './largestGaps.ts';

/**
 * Two-sample Kolmogorov-Smirnov test, two-sided.
 *
 * @param a, b finite values, ascending.
 * @param method `asymptotic` never makes the exact p, whose cost grows with n · m.
 * @returns `d` sup |F_a − F_b|, 0 to 1; `at` the x where it is reached (the first of several); `sign` 1 when F_a is the larger one there, −1
 *   otherwise; `p` exact up to 10 000 rows a side, else the tail of the one-sample law with nm / (n + m) observations. With tied values p is
 *   an upper bound. Equal distribution functions: d 0, p 1. One side empty: all NaN. O(n + m) and the exact p.
 *
 * Same as scipy.stats.ks_2samp(method="auto") 1.10.1.
 */
export function kolmogorovSmirnov(
  a: Float64Array,
  b: Float64Array,
  method: 'auto' | 'asymptotic' = 'auto',
): { d: number; p: number; at: number; sign: 1 | -1 } {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return { d: Number.NaN, p: Number.NaN, at: Number.NaN, sign: 1 };
  const { above, aboveAt, below, belowAt, sign } = largestGaps(a, b);
  const d = Math.max(above, below);
  const at = sign === 1 ? aboveAt : belowAt;
  return { d, p: kolmogorovSmirnovP(n, m, d, method), at, sign };
}
