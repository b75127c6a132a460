import { lnGamma } from '../distributions/gamma.ts';

/**
 * Mean absolute deviation of a hypergeometric count: of `marked` marked ones among `all`, how many stand among `drawn` drawn without replacement.
 * All whole numbers, marked ≤ all, drawn ≤ all. O(1).
 *
 * Source: the closed sum of P. Diaconis and S. Zabell, Statistical Science 6 (1991): for c = ⌊mean⌋ + 1, Σ_{x ≥ c} (x − mean) P(x) =
 * c (all − marked − drawn + c) P(c) / all.
 */
export function hypergeometricDeviation(all: number, marked: number, drawn: number): number {
  if (!(all > 0) || marked <= 0 || drawn <= 0 || marked >= all || drawn >= all) return 0;
  const c = Math.floor((marked * drawn) / all) + 1;
  const choose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
  const p = Math.exp(choose(marked, c) + choose(all - marked, drawn - c) - choose(all, drawn));
  return (2 * c * (all - marked - drawn + c) * p) / all;
}
