/**
 * Upper tail P(A² > z) of the limiting law of the Anderson-Darling statistic. 1 for z ≤ 0.
 *
 * Two-branch approximation of G. and J. Marsaglia, "Evaluating the Anderson-Darling distribution", J. Stat. Software 9(2), 2004: absolute
 * error below 2e−6 for z < 2 and below 8e−7 above. The true tail falls like e^−z; beyond z ≈ 10 (p below 1e−5) this formula falls
 * faster, so a p of 1e−20 means "far below every level in use", not that size.
 */
export function andersonDarlingSf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z <= 0) return 1;
  if (z < 2) {
    const cdf =
      (Math.exp(-1.2337141 / z) / Math.sqrt(z)) *
      (2.00012 + (0.247105 - (0.0649821 - (0.0347962 - (0.011672 - 0.00168691 * z) * z) * z) * z) * z);
    return 1 - cdf;
  }
  return -Math.expm1(-Math.exp(1.0776 - (2.30695 - (0.43424 - (0.082433 - (0.008056 - 0.0003146 * z) * z) * z) * z) * z));
}
