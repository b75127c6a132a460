/**
 * Upper tail of Kolmogorov's limiting law: P(sup |B(t)| > λ) for a Brownian bridge B. 1 for λ ≤ 0.
 *
 * Two series of the same function, each used where five terms give full precision: alternating exponentials above 1.18, the theta-function
 * form (which yields 1 − cdf) below.
 *
 * Source: A. Kolmogorov (1933); forms as in statistics of N. Smirnov (1948) and Press et al., Numerical Recipes, section 6.14.
 */
export function kolmogorovSf(lambda: number): number {
  if (Number.isNaN(lambda)) return Number.NaN;
  // Below 0.04 every term of the cdf is under the smallest double.
  if (lambda < 0.04) return 1;
  if (lambda < 1.18) {
    const base = -(Math.PI * Math.PI) / (8 * lambda * lambda);
    let sum = 0;
    for (let j = 1; j <= 9; j += 2) sum += Math.exp(base * j * j);
    return 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum;
  }
  let sum = 0;
  for (let j = 1; j <= 6; j++) sum += (j % 2 === 1 ? 1 : -1) * Math.exp(-2 * j * j * lambda * lambda);
  return Math.max(0, 2 * sum);
}
