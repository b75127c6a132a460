import { shares } from '../samples/shares.ts';

/**
 * Jensen-Shannon distance: the square root of ½ KL(p‖m) + ½ KL(q‖m), m = (p + q)/2, of two count vectors over the same cells.
 *
 * @param base 2 gives 0 to 1; 'e' gives 0 to √ln 2 = 0.8326.
 * @returns NaN when a side has no rows. Same as scipy.spatial.distance.jensenshannon 1.10.1. O(k).
 */
export function jensenShannonDistance(reference: ArrayLike<number>, current: ArrayLike<number>, base: 2 | 'e' = 2): number {
  const p = shares(reference);
  const q = shares(current);
  if (p.length === 0) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const a = p[i]!;
    const b = q[i]!;
    if (a > 0 || Number.isNaN(a)) sum += a * Math.log((2 * a) / (a + b));
    if (b > 0 || Number.isNaN(b)) sum += b * Math.log((2 * b) / (a + b));
  }
  // Rounding may leave a divergence of 0 slightly negative.
  const divergence = Number.isNaN(sum) ? sum : Math.max(0, sum / 2);
  return Math.sqrt(base === 2 ? divergence / Math.LN2 : divergence);
}
