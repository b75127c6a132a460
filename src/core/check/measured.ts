import type { Measure } from '../measures/measure.ts';
import type { Measurement, Range } from './measurement.ts';
import { ofModel } from './subjects.ts';

/** A measurement with nothing but what is given: the rest is not known. */
export function measured(
  measure: string,
  known: Pick<Measurement, 'subject' | 'value' | 'unit' | 'direction'> & Partial<Measurement>,
): Measurement {
  return {
    measure,
    at: null,
    reference: null,
    difference: null,
    interval: null,
    differenceInterval: null,
    rows: null,
    reason: null,
    ...known,
  };
}

/** A measure of the registry as a measurement of the whole of current, beside reference. */
export function measuredOf(
  { name, at, value, interval, n, unit, direction, reason }: Measure,
  reference: Measure | null,
  change: { readonly difference: number; readonly interval: Range | null } | null,
): Measurement {
  return measured(name, {
    at,
    subject: ofModel(),
    value,
    reference: reference?.value ?? null,
    difference: change?.difference ?? null,
    interval: rangeOf(interval),
    differenceInterval: rangeOf(change?.interval ?? null),
    rows: n,
    unit,
    direction,
    reason,
  });
}

/** The bounds of an interval alone; null where it has none. */
export function rangeOf(interval: Range | null): Range | null {
  return interval === null || (interval.low === null && interval.high === null) ? null : { low: interval.low, high: interval.high };
}
