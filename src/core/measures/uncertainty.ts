import { normalQuantile } from '../stats/distributions/normal.ts';
import { percentileInterval } from '../stats/intervals/bootstrap.ts';
import { meanInterval, type SampleSummary } from '../stats/intervals/welch.ts';
import { wilson } from '../stats/intervals/wilson.ts';
import type { MeasureDefinition } from './definition.ts';
import { type Interval, type Measure, measureOf, type UndefinedReason, undefinedMeasure } from './measure.ts';

/** Confidence, and how much a unit of weight is worth in rows: 1 without weights, else effective rows / total weight. */
export interface UncertaintyOptions {
  readonly alpha: number;
  readonly rowsPerWeight: number;
}

/** A share: hits of rows (or weight, or users). */
export interface Proportion {
  readonly hits: number;
  readonly of: number;
  /** Why a share of nothing has no value. */
  readonly reason: UndefinedReason;
  /** Cut-off of a measure that has one. */
  readonly at?: number | null;
}

/** A value over `n` rows. */
export interface Estimated {
  readonly value: number;
  readonly n: number;
  /** Cut-off of a measure that has one. */
  readonly at?: number | null;
}

/** A share with its Wilson interval; undefined for the reason given when it is a share of nothing. */
export function proportionMeasure(
  definition: MeasureDefinition,
  { hits, of, reason, at = null }: Proportion,
  { alpha, rowsPerWeight }: UncertaintyOptions,
): Measure {
  if (!(of > 0)) return undefinedMeasure(definition, reason, 0, at);
  const rows = of * rowsPerWeight;
  const counted = hits * rowsPerWeight;
  const method = rowsPerWeight === 1 ? 'wilson' : 'wilson_effective_rows';
  const interval: Interval = { ...wilson(counted, rows, alpha), level: 1 - alpha, method };
  return measureOf(definition, hits / of, of, { interval, basis: { kind: 'proportion', hits: counted, rows } }, at);
}

/** A mean over rows with Student's interval. `rows` are effective rows when there are weights. */
export function meanMeasure(
  definition: MeasureDefinition,
  summary: SampleSummary,
  n: number,
  alpha: number,
  at: number | null = null,
): Measure {
  const bounds = meanInterval(summary, alpha);
  const { n: rows, mean, variance } = summary;
  const interval: Interval | null = bounds && { ...bounds, level: 1 - alpha, method: 'student_t' };
  return measureOf(definition, mean, n, { interval, basis: { kind: 'mean', rows, mean, variance } }, at);
}

/** A value with a standard error and a normal interval, cut to what the measure can be. */
export function normalMeasure(
  definition: MeasureDefinition,
  { value, standardError, n, at = null }: Estimated & { readonly standardError: number },
  alpha: number,
  method: Interval['method'],
): Measure {
  const { range } = definition;
  const half = -normalQuantile(alpha / 2) * standardError;
  const interval: Interval = {
    low: Math.max(range[0], value - half),
    high: Math.min(range[1], value + half),
    level: 1 - alpha,
    method,
  };
  return measureOf(definition, value, n, { interval, basis: { kind: 'standard_error', rows: n, standardError } }, at);
}

/** Replicates that are all alike, as of a perfect model, do not mean certainty: Wilson's interval of the value as a share of its range. */
function noSpread(definition: MeasureDefinition, { value, n, at = null }: Estimated, alpha: number): Measure {
  const [from, to] = definition.range;
  const share = (value - from) / (to - from);
  const bounds = wilson(share * n, n, alpha);
  const interval: Interval = {
    low: from + bounds.low * (to - from),
    high: from + bounds.high * (to - from),
    level: 1 - alpha,
    method: 'wilson',
  };
  const standardError = (interval.high - interval.low) / -normalQuantile(alpha / 2) / (share === 0 || share === 1 ? 1 : 2);
  return measureOf(definition, value, n, { interval, basis: { kind: 'standard_error', rows: n, standardError } }, at);
}

/**
 * A value with the percentile interval of its bootstrap replicates.
 *
 * @param centre the same statistic on what was resampled: where that is a coarser form of the data the replicates are moved by the
 *   difference. An interval that even so leaves the value out (a biased statistic, such as a maximum) is replaced by the normal one.
 */
export function bootstrapMeasure(
  definition: MeasureDefinition,
  estimate: Estimated,
  replicates: readonly (number | null)[],
  alpha: number,
  centre = estimate.value,
): Measure {
  const { value, n, at = null } = estimate;
  const { range } = definition;
  const spread = percentileInterval(replicates, alpha);
  if (spread === null) return measureOf(definition, value, n, {}, at);
  if (spread.standardError === 0 && Number.isFinite(range[1])) return noSpread(definition, estimate, alpha);
  const low = Math.max(range[0], spread.low + value - centre);
  const high = Math.min(range[1], spread.high + value - centre);
  const { standardError } = spread;
  if (value < low || value > high) return normalMeasure(definition, { ...estimate, standardError }, alpha, 'bootstrap');
  const interval: Interval = { low, high, level: 1 - alpha, method: 'bootstrap' };
  return measureOf(definition, value, n, { interval, basis: { kind: 'standard_error', rows: n, standardError } }, at);
}
