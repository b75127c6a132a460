import type { DriftbookCheck } from '../driftbook/checkShape.ts';
import { limitBase } from '../driftbook/limitBase.ts';
import { quantileSorted } from '../stats/samples/quantile.ts';
import type { AskedLimit } from './askedResult.ts';
import type { Measurement, Range } from './measurement.ts';

/** A limit with the interval that is held against it: that of the value, or what the difference to its base leaves. */
export interface HeldLimit extends AskedLimit {
  readonly interval: Range | null;
}

/** The limits of a check on a measurement, or why there are none. */
export type AskedLimits =
  | { readonly limits: readonly HeldLimit[] }
  | {
      readonly reason: 'no_reference' | 'no_previous' | 'no_ratio' | 'warm_up';
      readonly limits: readonly HeldLimit[];
      readonly runs?: { readonly runs: number; readonly needed: number };
    };

/**
 * The limits that a check comes to. @param past the same measurement in the runs before, oldest first; those without a value are passed over. AskedLimits
 * that kept runs give take the last so many of them, and there is none as long as there are fewer: quantiles are of type 7, the deviation is that of
 * a sample.
 */
export function askedLimits(check: DriftbookCheck, measurement: Measurement, past: readonly Measurement[]): AskedLimits {
  const { interval, difference, differenceInterval, reference } = measurement;
  const plain = (side: AskedLimit['side'], value: number, from: AskedLimit['from'], base: number | null = null): HeldLimit => ({
    side,
    value,
    from,
    base,
    interval,
  });
  const fixed = (['min', 'max', 'equals'] as const).flatMap((side) => (check[side] === undefined ? [] : [plain(side, check[side], side)]));
  const relative = (['max_drop', 'max_rise', 'max_ratio'] as const).filter((key) => check[key] !== undefined);
  const base = limitBase(check.to ?? 'reference');
  const known = past.filter(({ value }) => value !== null);
  const against = (value: number | null, around: (limit: number) => Range | null, reason: 'no_reference' | 'no_previous'): AskedLimits => {
    if (value === null) return { reason, limits: fixed };
    if (check.max_ratio !== undefined && value <= 0) return { reason: 'no_ratio', limits: fixed };
    const held = relative.map((key): HeldLimit => {
      const limit = key === 'max_drop' ? value - check[key]! : key === 'max_rise' ? value + check[key]! : value * check[key]!;
      return { ...plain(key === 'max_drop' ? 'min' : 'max', limit, key, value), interval: key === 'max_ratio' ? interval : around(value) };
    });
    return { limits: [...fixed, ...held] };
  };
  switch (base.kind) {
    case 'reference':
      if (relative.length === 0) return { limits: fixed };
      return against(
        reference,
        // The interval of the difference, laid where the value lies: both sides' chance is in it.
        (at) => (differenceInterval === null || difference === null ? interval : shifted(differenceInterval, at)),
        'no_reference',
      );
    case 'previous': {
      const before = known.at(-1);
      return against(before?.value ?? null, () => paired(measurement, before!), 'no_previous');
    }
    default: {
      const values = known.slice(-base.runs).map(({ value }) => value!);
      if (values.length < base.runs) return { reason: 'warm_up', limits: fixed, runs: { runs: values.length, needed: base.runs } };
      if (base.kind === 'band') {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
        const [low, high] = [mean - base.deviations * sd, mean + base.deviations * sd];
        return { limits: [...fixed, plain('min', low, 'band', mean), plain('max', high, 'band', mean)] };
      }
      const value = quantileSorted(Float64Array.from(values).sort(), base.percentile / 100);
      if (relative.length > 0) return against(value, () => interval, 'no_previous');
      return { limits: [...fixed, plain(base.percentile >= 50 ? 'max' : 'min', value, 'percentile', value)] };
    }
  }
}

function shifted({ low, high }: Range, by: number): Range {
  return { low: low === null ? null : low + by, high: high === null ? null : high + by };
}

/**
 * The interval of the change between two runs, laid at the run before: their half-widths add as independent ones do.
 *
 * Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008), the method of variance estimates recovery.
 */
function paired({ value, interval }: Measurement, before: Measurement): Range | null {
  const other = before.interval;
  if (interval?.low == null || interval.high == null || other?.low == null || other.high == null || value === null) return interval;
  return {
    low: value - Math.hypot(value - interval.low, other.high - before.value!),
    high: value + Math.hypot(interval.high - value, before.value! - other.low),
  };
}
