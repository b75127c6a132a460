import { searchSorted } from '../../../read/searchSorted.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import type { Ecdf } from '../result.ts';

const points = 50;

/**
 * Both empirical distribution functions at up to 2 × 51 shared points (quantiles of either side from 0.5 % to 99.5 %, and the point of the KS distance).
 * Both samples ascending, neither empty. O(points · log n).
 */
export function ecdf(reference: Float64Array, current: Float64Array, at: number): Ecdf {
  const xs = new Set<number>([at]);
  for (let i = 0; i <= points; i++) {
    const p = 0.005 + (0.99 * i) / points;
    xs.add(quantileSorted(reference, p));
    xs.add(quantileSorted(current, p));
  }
  return ecdfAt(
    [...xs].sort((a, b) => a - b),
    reference,
    current,
    at,
  );
}

/** Both empirical distribution functions at the points `x`, ascending: exact where these are all the values there are. O(x · log n). */
export function ecdfAt(x: readonly number[], reference: Float64Array, current: Float64Array, at: number): Ecdf {
  const share = (sorted: Float64Array): number[] => x.map((v) => searchSorted(sorted, v, 'right') / sorted.length);
  return { x, reference: share(reference), current: share(current), at };
}
