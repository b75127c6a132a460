import type { Measure } from '../measures/measure.ts';
import type { MeasureLimit } from '../spec/spec.ts';
import type { MeasureBound } from './verdict.ts';

/**
 * A measure against a floor and a ceiling: `fail` when its value lies beyond or there is none (what was required cannot be shown), `cannot_tell` when
 * the value does not but its interval reaches beyond. A limit of the drop fails, too, when there is no value in reference. Null without a limit.
 *
 * @param compared whether current stands beside a value of reference.
 */
export function floorVerdict(measure: Measure, compared: boolean, limit: MeasureLimit | undefined): MeasureBound | null {
  const floor = limitVerdict(measure.value, measure.interval, limit);
  if (limit?.maxDrop === undefined || floor?.verdict === 'fail') return floor;
  const none = { min: floor?.min ?? null, max: floor?.max ?? null, verdict: 'fail' as const };
  if (measure.value === null) return { ...none, reason: 'no_value' };
  return compared ? floor : { ...none, reason: 'no_reference' };
}

/** The same for any number with an interval, where it has one. */
export function limitVerdict(
  value: number | null,
  interval: { readonly low: number | null; readonly high: number | null } | null,
  limit: MeasureLimit | undefined,
): MeasureBound | null {
  const min = limit?.min ?? null;
  const max = limit?.max ?? null;
  if (min === null && max === null) return null;
  if (value === null) return { min, max, verdict: 'fail', reason: 'no_value' };
  if ((min !== null && value < min) || (max !== null && value > max)) return { min, max, verdict: 'fail', reason: null };
  const low = interval?.low ?? value;
  const high = interval?.high ?? value;
  const unsure = (min !== null && low < min) || (max !== null && high > max);
  return { min, max, verdict: unsure ? 'cannot_tell' : 'pass', reason: null };
}
