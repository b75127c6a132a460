/**
 * Kullback-Leibler divergence Σ p ln(p / q), in nats, of the first count vector from the second over the same cells.
 *
 * @param smoothing added to every count before shares are taken; with 0, a cell that only `from` has makes the result Infinity.
 * @returns NaN when a side has no rows and smoothing is 0. O(k).
 */
export function kullbackLeibler(from: ArrayLike<number>, to: ArrayLike<number>, smoothing = 0): number {
  const k = from.length;
  let n = smoothing * k;
  let m = n;
  for (let i = 0; i < k; i++) {
    n += from[i]!;
    m += to[i]!;
  }
  if (!(n > 0) || !(m > 0)) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    const p = (from[i]! + smoothing) / n;
    const q = (to[i]! + smoothing) / m;
    if (p > 0) sum += p * Math.log(p / q);
  }
  return sum;
}
