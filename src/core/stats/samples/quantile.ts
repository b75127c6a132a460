/**
 * Type-7 quantile (Hyndman and Fan 1996; the default of numpy, R and DuckDB's quantile_cont) of values sorted ascending.
 *
 * @param sorted finite values, ascending.
 * @param p probability in [0, 1].
 * @returns the value at position (n − 1) p, interpolated; NaN for an empty array.
 *
 * Interpolation starts from the nearer neighbour, as numpy ≥ 1.22 does: an edge then falls exactly on a data value whenever the position
 * does, which decides the bin of that value.
 */
export function quantileSorted(sorted: Float64Array, p: number): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  const position = Math.min(Math.max(last * p, 0), last);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, last)]!;
  const part = position - below;
  const step = high - low;
  return part < 0.5 ? low + step * part : high - step * (1 - part);
}
