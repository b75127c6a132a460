/**
 * Largest difference of shares max |p − q|, 0 to 1, of two count vectors over the same cells. NaN when a side has no rows. O(k).
 */
export function lInfinity(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  let n = 0;
  let m = 0;
  for (let i = 0; i < reference.length; i++) {
    n += reference[i]!;
    m += current[i]!;
  }
  if (!(n > 0) || !(m > 0)) return Number.NaN;
  let largest = 0;
  for (let i = 0; i < reference.length; i++) largest = Math.max(largest, Math.abs(reference[i]! * m - current[i]! * n));
  return largest / (n * m);
}
