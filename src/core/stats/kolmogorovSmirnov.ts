import { kolmogorovFiniteSf } from './kolmogorovFinite.ts';
import { kolmogorovSmirnovExact } from './kolmogorovSmirnovExact.ts';
import { largestGaps } from './largestGaps.ts';
import { roundHalfEven } from './roundHalfEven.ts';

/** Largest sample for the exact p, as scipy's "auto" has it. */
const exactRows = 10_000;
/** Most steps of the exact recursion, about 50 ms. Beyond it p is below 1e−12 for any sizes up to `exactRows`. */
const exactSteps = 12_000_000;

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
  if (d === 0) return { d: 0, p: 1, at, sign };
  const exact =
    method === 'auto' &&
    Math.max(n, m) <= exactRows &&
    (n === m || Math.max(n, m) * Math.min(Math.min(n, m), 2 * d * Math.min(n, m) + 2) <= exactSteps);
  const p = exact ? kolmogorovSmirnovExact(n, m, d) : kolmogorovFiniteSf(roundHalfEven((n * m) / (n + m)), d);
  return { d, p, at, sign };
}
