import type { Categories, Ecdf } from '../result.ts';
import { runningShares } from './runningShares.ts';

/**
 * Both distribution functions of a column of few numbers, `counts` of current's in the order of its values: exact, a step at each value. Null where
 * values were left out, or a side has none.
 */
export function valueEcdf({ ordered, other, values }: Categories, counts: readonly number[]): Ecdf | null {
  if (!ordered || other.categories > 0) return null;
  const reference = runningShares(values.map((entry) => entry.reference));
  const current = runningShares(values.map((_, i) => counts[i] ?? 0));
  if (reference === null || current === null) return null;
  const x = values.map((entry) => Number(entry.value));
  const gaps = reference.map((share, i) => Math.abs(share - current[i]!));
  return { x, reference, current, at: x[gaps.indexOf(Math.max(...gaps))]! };
}
