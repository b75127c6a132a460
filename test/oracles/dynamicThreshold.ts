import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';

export interface DynamicThresholdOptions {
  /** Values before the current one that the limit is taken from, at most. */
  readonly window?: number;
  /** Values needed for a limit. */
  readonly fewest?: number;
  readonly quantile?: number;
}

/** A limit that follows the values: for each the limit (null: not enough before it) and whether it is above. */
export interface DynamicThreshold {
  readonly thresholds: readonly (number | null)[];
  readonly isBreach: readonly boolean[];
}

/**
 * Limit of each value: the type-7 quantile of the values before it, itself left out. NaN values have no limit and count for none.
 *
 * By construction about 5 % of the values are above a 95 % limit for ever: alarm by `breachAlarms`. O(n · window log window).
 */
export function dynamicThreshold(values: ArrayLike<number>, options: DynamicThresholdOptions = {}): DynamicThreshold {
  const { window = 30, fewest = 10, quantile = 0.95 } = options;
  const thresholds: (number | null)[] = [];
  const isBreach: boolean[] = [];
  const before: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const enough = !Number.isNaN(value) && before.length >= fewest;
    const threshold = enough ? quantileSorted(Float64Array.from(before).sort(), quantile) : null;
    thresholds.push(threshold);
    isBreach.push(threshold !== null && value > threshold);
    if (Number.isNaN(value)) continue;
    before.push(value);
    if (before.length > window) before.shift();
  }
  return { thresholds, isBreach };
}
