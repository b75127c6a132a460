/**
 * Population stability index Σ (p − q) ln(p / q), in nats, of two count vectors over the same bins or categories.
 *
 * @param smoothing added to every count: shares are (count + s) / (total + s · k). The default 0.5 keeps an empty cell from deciding the
 *   result; 0 gives Infinity when exactly one side of a cell is empty.
 * @returns 0 when the smoothed shares agree; NaN when there are no cells, or a side has no rows and smoothing is 0. O(k).
 */
export function psi(reference: ArrayLike<number>, current: ArrayLike<number>, smoothing = 0.5): number {
  const k = reference.length;
  let n = smoothing * k;
  let m = n;
  for (let i = 0; i < k; i++) {
    n += reference[i]!;
    m += current[i]!;
  }
  if (!(n > 0) || !(m > 0)) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    const p = (reference[i]! + smoothing) / n;
    const q = (current[i]! + smoothing) / m;
    if (p !== q) sum += (p - q) * Math.log(p / q);
  }
  return sum;
}
