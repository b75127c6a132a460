/**
 * Type-7 quantile, to the bit that of `quantileSorted`, of values that are counted: `values` ascending, each `counts[i]` times. NaN when nothing was
 * counted; O(values).
 */
export function quantileOfCounts(values: readonly number[], counts: ArrayLike<number>, p: number): number {
  let rows = 0;
  for (let i = 0; i < values.length; i++) rows += counts[i]!;
  if (rows === 0) return Number.NaN;
  const position = Math.min(Math.max((rows - 1) * p, 0), rows - 1);
  const below = Math.floor(position);
  const low = valueAt(below, values, counts);
  const high = valueAt(Math.min(below + 1, rows - 1), values, counts);
  const part = position - below;
  const step = high - low;
  return part < 0.5 ? low + step * part : high - step * (1 - part);
}

/** The value of a rank, from 0. */
function valueAt(rank: number, values: readonly number[], counts: ArrayLike<number>): number {
  let upTo = 0;
  for (let i = 0; i < values.length; i++) {
    upTo += counts[i]!;
    if (upTo > rank) return values[i]!;
  }
  return Number.NaN;
}
