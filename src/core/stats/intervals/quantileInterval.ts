import { normalQuantile } from '../distributions/normal.ts';

/**
 * Distribution-free interval of a quantile from order statistics: the ranks n q ∓ z √(n q (1 − q)), rounded outwards. The bound runs into
 * the extreme value when there are too few rows for it. Null without rows. O(1).
 *
 * @param sorted finite values, ascending. @param q probability in (0, 1).
 *
 * Source: W. J. Conover, Practical Nonparametric Statistics (1999), section 3.2 (normal approximation of the binomial).
 */
export function quantileInterval(sorted: Float64Array, q: number, alpha = 0.05): { low: number; high: number } | null {
  const n = sorted.length;
  if (n === 0) return null;
  const half = -normalQuantile(alpha / 2) * Math.sqrt(n * q * (1 - q));
  const low = Math.max(1, Math.floor(n * q - half));
  const high = Math.min(n, Math.ceil(n * q + half) + 1);
  return { low: sorted[low - 1]!, high: sorted[high - 1]! };
}
