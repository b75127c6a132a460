import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';
import type { DynamicThreshold, DynamicThresholdOptions } from './dynamicThreshold.ts';

function median(values: readonly number[]): number {
  return quantileSorted(Float64Array.from(values).sort(), 0.5);
}

/**
 * Which values call for attention: a breach that is the third among the last five, or one that is beyond the limit by more than three times
 * the median absolute deviation of the values that the limit was taken from.
 *
 * @param values those that `dynamicThreshold` was given, with the same options. O(n · window log window).
 */
export function breachAlarms(
  values: ArrayLike<number>,
  { thresholds, isBreach }: DynamicThreshold,
  options: DynamicThresholdOptions = {},
  many: { readonly of: number; readonly breaches: number } = { of: 5, breaches: 3 },
): boolean[] {
  const { window = 30 } = options;
  return Array.from(isBreach, (breach, i) => {
    if (!breach) return false;
    const recent = isBreach.slice(Math.max(0, i - many.of + 1), i + 1).filter(Boolean).length;
    if (recent >= many.breaches) return true;
    const before: number[] = [];
    for (let j = i - 1; j >= 0 && before.length < window; j--) if (!Number.isNaN(values[j]!)) before.push(values[j]!);
    const centre = median(before);
    const spread = median(before.map((v) => Math.abs(v - centre)));
    return values[i]! > thresholds[i]! + 3 * spread;
  });
}
