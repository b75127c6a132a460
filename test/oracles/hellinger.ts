import { shares } from '../../src/core/stats/samples/shares.ts';

/**
 * Hellinger distance √(½ Σ (√p − √q)²), 0 to 1, of two count vectors over the same cells. NaN when a side has no rows. O(k).
 *
 * Summed as squares of differences: the textbook form √(1 − Σ √(p q)) turns rounding noise of 1e−16 into a distance of 1e−8.
 */
export function hellinger(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const p = shares(reference);
  const q = shares(current);
  if (p.length === 0) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += (Math.sqrt(p[i]!) - Math.sqrt(q[i]!)) ** 2;
  return Math.min(1, Math.sqrt(sum / 2));
}
