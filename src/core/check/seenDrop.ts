import type { MeasureRow } from '../sections/performance/result.ts';
import { normalQuantile } from '../stats/distributions/normal.ts';

/** As in `dropVerdict`: one-sided level of a drop, and how often it shall be found. */
const alpha = 0.05;
const power = 0.8;

/**
 * The smallest change to the worse that the test would have found in 4 of 5 samples at these rows, in the measure's unit: (z₁₋α/ₘ + z₀.₈) standard
 * errors of the difference, m the measures judged together. Null without an interval. Source: as stats/intervals/rowsToResolve.
 */
export function seenDrop({ change }: MeasureRow, measures: number): number | null {
  if (change === null || change.interval === null) return null;
  const { low, high, level } = change.interval;
  const z = normalQuantile(0.5 + level / 2);
  if (!(high > low) || !(z > 0)) return null;
  const standardError = (high - low) / (2 * z);
  return (normalQuantile(1 - alpha / Math.max(1, measures)) + normalQuantile(power)) * standardError;
}
