import { quantileSorted } from '../../../stats/samples/quantile.ts';
import type { ColumnReport } from '../result.ts';

const steps = 50;

/** Type-7 quantiles of two ascending samples, neither empty, at the shared 0, 0.02 … 1; O(1) in rows. */
export function quantileShift(reference: Float64Array, current: Float64Array): NonNullable<ColumnReport['quantileShift']> {
  const probabilities = Array.from({ length: steps + 1 }, (_, i) => i / steps);
  const quantiles = (sorted: Float64Array): number[] => probabilities.map((p) => quantileSorted(sorted, p));
  return { probabilities, reference: quantiles(reference), current: quantiles(current) };
}
