import { lnGamma, log1pMinus, stirlingCorrection } from './gamma.ts';

/** ln j! − [(j + ½) ln j − j + ½ ln 2π] for integers j ≥ 1. */
function factorialCorrection(j: number): number {
  return j >= 10 ? stirlingCorrection(j) : lnGamma(j + 1) - (j + 0.5) * Math.log(j) + j - 0.5 * Math.log(2 * Math.PI);
}

/**
 * Upper tail P(D⁺_n > x) of the one-sided one-sample Kolmogorov-Smirnov statistic, 0 < x < 1, n ≥ 1.
 *
 * Exact sum x Σ_j C(n, j) (x + j/n)^(j−1) (1 − x − j/n)^(n−j) over j ≤ n (1 − x): all terms positive, O(n). Each term is a binomial
 * probability at its own mean times exp of two small deviations, so that no large logarithms cancel.
 *
 * Source: Z. Birnbaum and F. Tingey, Annals of Mathematical Statistics 22 (1951).
 */
export function smirnovSf(n: number, x: number): number {
  const atN = factorialCorrection(n);
  const shift = n * x;
  let sum = Math.exp(n * Math.log1p(-x));
  const last = Math.min(n - 1, Math.floor(n * (1 - x)));
  for (let j = 1; j <= last; j++) {
    const rest = n - j;
    if (shift >= rest) break;
    const exponent =
      j * log1pMinus(shift / j) + rest * log1pMinus(-shift / rest) + atN - factorialCorrection(j) - factorialCorrection(rest);
    sum += ((x * n) / (shift + j)) * Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * j * rest));
  }
  return Math.min(1, sum);
}
