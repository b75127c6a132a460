import { largestGaps } from './largestGaps.ts';

/**
 * One-sided two-sample Kolmogorov-Smirnov test with the asymptotic p.
 *
 * @param a, b finite values, ascending.
 * @param alternative 'greater': F_a lies above F_b somewhere (a is smaller); 'less': below.
 * @returns `d` the largest gap in that direction, 0 to 1; `p` by Hodges' approximation, 1 when d is 0. One side empty: both NaN.
 *
 * Same as scipy.stats.ks_2samp(alternative, method="asymp") 1.10.1; J. L. Hodges, Arkiv för Matematik 3 (1958), equation 5.3.
 */
export function kolmogorovSmirnovOneSided(a: Float64Array, b: Float64Array, alternative: 'less' | 'greater'): { d: number; p: number } {
  const n = Math.max(a.length, b.length);
  const m = Math.min(a.length, b.length);
  if (m === 0) return { d: Number.NaN, p: Number.NaN };
  const gaps = largestGaps(a, b);
  const d = alternative === 'greater' ? gaps.above : gaps.below;
  const z = Math.sqrt((n * m) / (n + m)) * d;
  const exponent = -2 * z * z - (2 * z * (n + 2 * m)) / Math.sqrt(n * m * (n + m)) / 3;
  return { d, p: Math.min(1, Math.exp(exponent)) };
}
