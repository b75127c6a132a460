import { lnGamma } from '../distributions/gamma.ts';

/** Draws by adding up the probabilities from 0; O(mean). */
function bySearch(mean: number, next: () => number): number {
  let left = next();
  let p = Math.exp(-mean);
  let k = 0;
  while (left > p && k < 1000) {
    left -= p;
    k++;
    p *= mean / k;
  }
  return k;
}

/** Transformed rejection with squeeze (PTRS); O(1). */
function byRejection(mean: number, next: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const limit = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = next() - 0.5;
    const v = next();
    const from = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / from + b) * u + mean + 0.43);
    if (from >= 0.07 && v <= limit) return k;
    if (k < 0 || (from < 0.013 && v > from)) continue;
    if (Math.log((v * inverse) / (a / (from * from) + b)) <= -mean + k * Math.log(mean) - lnGamma(k + 1)) return k;
  }
}

/**
 * A Poisson number with the given mean ≥ 0.
 *
 * @param next uniform numbers in [0, 1).
 *
 * Source: W. Hörmann, "The transformed rejection method for generating Poisson random variables", Insurance: Mathematics and Economics 12
 * (1993), from a mean of 10 up.
 */
export function poisson(mean: number, next: () => number): number {
  if (!(mean > 0)) return 0;
  return mean < 10 ? bySearch(mean, next) : byRejection(mean, next);
}
