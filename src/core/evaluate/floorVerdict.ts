import type { Measure } from '../performance/measure.ts';
import type { MeasureFloor } from '../report/evaluation.ts';
import type { MeasureLimit } from '../report/spec.ts';

/**
 * A measure against a floor and a ceiling: `fail` when its value lies beyond, `cannot_tell` when the value does not but its interval reaches beyond,
 * or when it has no value. Null without either limit.
 */
export function floorVerdict(measure: Measure, limit: MeasureLimit | undefined): MeasureFloor | null {
  return limitVerdict(measure.value, measure.interval, limit);
}

/** The same for any number with an interval, where it has one. */
export function limitVerdict(
  value: number | null,
  interval: { readonly low: number | null; readonly high: number | null } | null,
  limit: MeasureLimit | undefined,
): MeasureFloor | null {
  const min = limit?.min ?? null;
  const max = limit?.max ?? null;
  if (min === null && max === null) return null;
  if (value === null) return { min, max, verdict: 'cannot_tell' };
  if ((min !== null && value < min) || (max !== null && value > max)) return { min, max, verdict: 'fail' };
  const low = interval?.low ?? value;
  const high = interval?.high ?? value;
  const unsure = (min !== null && low < min) || (max !== null && high > max);
  return { min, max, verdict: unsure ? 'cannot_tell' : 'pass' };
}
