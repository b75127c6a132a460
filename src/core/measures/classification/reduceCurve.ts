/**
 * Picks at most `limit` points of a curve for drawing: both ends, and points about equally far apart along the curve (|Δx| + |Δy|). The
 * points picked are points of the curve, with exact values. O(n).
 *
 * @param x, y coordinates in about the same unit. @returns positions, ascending.
 */
export function reduceCurve(x: Float64Array, y: Float64Array, limit = 200): number[] {
  const n = x.length;
  if (n <= limit) return Array.from({ length: n }, (_, i) => i);
  const step = (i: number) => Math.abs(x[i]! - x[i - 1]!) + Math.abs(y[i]! - y[i - 1]!);
  let length = 0;
  for (let i = 1; i < n; i++) length += step(i);
  const picked = [0];
  const apart = length / (limit - 1);
  let travelled = 0;
  for (let i = 1; i < n - 1; i++) {
    travelled += step(i);
    if (travelled >= apart * picked.length && picked.length < limit - 1) picked.push(i);
  }
  picked.push(n - 1);
  return picked;
}
