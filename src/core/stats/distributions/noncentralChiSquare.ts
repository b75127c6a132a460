import { chiSquareSf } from './chiSquare.ts';
import { lnGamma } from './gamma.ts';

/**
 * Upper tail P(X > x) of the noncentral chi-square distribution: the Poisson(ncp / 2) mixture of central tails with df + 2j degrees of
 * freedom. x ≥ 0, df ≥ 1, ncp ≥ 0. Terms are summed outward from the largest Poisson weight until they stop counting, O(√ncp) central
 * tails.
 *
 * Source: P. B. Patnaik (1949); mixture form as in Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, chapter 29.
 */
export function noncentralChiSquareSf(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquareSf(x, df);
  const mean = ncp / 2;
  const mode = Math.floor(mean);
  const weightAtMode = Math.exp(mode * Math.log(mean) - mean - lnGamma(mode + 1));
  let sum = weightAtMode * chiSquareSf(x, df + 2 * mode);
  for (let j = mode + 1, w = weightAtMode; w > 1e-16; j++) {
    w *= mean / j;
    sum += w * chiSquareSf(x, df + 2 * j);
  }
  for (let j = mode - 1, w = weightAtMode; j >= 0 && w > 1e-16; j--) {
    w *= (j + 1) / mean;
    sum += w * chiSquareSf(x, df + 2 * j);
  }
  return Math.min(1, sum);
}
