/** Limits that a chunk's value is held against; null: no limit on that side. */
export interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

export type Offset = 'mean' | 'median' | 'min' | 'max';

export interface StdThresholdOptions {
  /** Deviations below and above the offset; null for no limit on that side. Default 3. */
  readonly below?: number | null;
  readonly above?: number | null;
  readonly offset?: Offset;
  /** Ends of the measure's range: a limit beyond becomes the end. */
  readonly range?: Limits;
}

function offsetOf(values: readonly number[], offset: Offset): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  switch (offset) {
    case 'min':
      return sorted[0]!;
    case 'max':
      return sorted[sorted.length - 1]!;
    case 'median':
      return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
    case 'mean':
      return values.reduce((sum, v) => sum + v, 0) / values.length;
  }
}

/**
 * Limits from the values of the reference's chunks: offset − below · s and offset + above · s, with s of divisor B; values that are NaN are
 * left out. No value left: both NaN. Serves to match NannyML; for its false alarms see `chunkLimits`.
 *
 * Source: NannyML 0.13 thresholds.py, StandardDeviationThreshold. A value is out when it is < lower or > upper.
 */
export function stdThreshold(chunkValues: readonly number[], options: StdThresholdOptions = {}): Limits {
  const { below = 3, above = 3, offset = 'mean', range } = options;
  const values = chunkValues.filter((v) => !Number.isNaN(v));
  if (values.length === 0) return { lower: below === null ? null : Number.NaN, upper: above === null ? null : Number.NaN };
  const mean = offsetOf(values, 'mean');
  const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  const centre = offsetOf(values, offset);
  return {
    lower: below === null ? null : Math.max(centre - below * sd, range?.lower ?? Number.NEGATIVE_INFINITY),
    upper: above === null ? null : Math.min(centre + above * sd, range?.upper ?? Number.POSITIVE_INFINITY),
  };
}
