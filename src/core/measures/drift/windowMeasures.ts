import type { DriftWindow } from './driftMeasure.ts';
import { driftValues, type Measures } from './registry.ts';

/** Every method's number for one window; null: nothing to compare, so that none has a value. What a measure costs is said there; none sorts. */
export function windowMeasures(window: DriftWindow | null): Measures {
  return Object.fromEntries(
    Object.entries(driftValues).map(([key, value]) => [key, window === null ? null : value(window)]),
  ) as unknown as Measures;
}
