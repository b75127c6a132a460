import { normalQuantile } from '../../stats/distributions/normal.ts';
import { quantileInterval } from '../../stats/intervals/quantileInterval.ts';
import type { SampleSummary } from '../../stats/intervals/welch.ts';
import { quantileSorted } from '../../stats/samples/quantile.ts';
import { type Measure, measureOf, type UndefinedReason, undefinedMeasure } from '../measure.ts';
import type { MeasureName } from '../registry.ts';
import { meanMeasure, normalMeasure } from '../uncertainty.ts';
import type { ValueWithError } from './errorMoments.ts';
import { meanAbsolutePercentageError, symmetricMeanAbsolutePercentageError, weightedAbsolutePercentageError } from './percentageErrors.ts';
import type { RegressionTotals } from './regressionSums.ts';
import { rootMeanSquaredError } from './rootMeanSquaredError.ts';
import { explainedVariance, rSquared } from './rSquared.ts';

export interface RegressionOptions {
  readonly alpha?: number;
  /** Absolute errors, ascending, for median and quantile; without them these two are left out (as with weights). */
  readonly absoluteErrors?: Float64Array;
  /** Quantile of the absolute error. */
  readonly quantile?: number;
  /** Mean pinball losses by their α, as `pinballLoss` gives them. */
  readonly pinball?: readonly { readonly at: number; readonly loss: SampleSummary }[];
}

const positive = [0, Number.POSITIVE_INFINITY] as const;

/** A quantile of the absolute errors with its interval from order statistics; the standard error is what the interval's width implies. */
function quantileMeasure(name: MeasureName, sorted: Float64Array, q: number, alpha: number, at: number | null): Measure {
  const n = sorted.length;
  if (n === 0) return undefinedMeasure(name, 'no_rows', 0, at);
  const { low, high } = quantileInterval(sorted, q, alpha)!;
  const standardError = (high - low) / (2 * -normalQuantile(alpha / 2));
  return measureOf(
    name,
    quantileSorted(sorted, q),
    n,
    { interval: { low, high, level: 1 - alpha, method: 'order_statistics' }, basis: { kind: 'standard_error', rows: n, standardError } },
    at,
  );
}

/**
 * Measures of a regression with intervals: Student for means, the delta method for RMSE, R² and WAPE, order statistics for quantiles. The
 * largest error has no interval. O(1) from sums, save for the quantiles' look-ups.
 */
export function regressionMeasures(totals: RegressionTotals, options: RegressionOptions = {}): Measure[] {
  const { alpha = 0.05, absoluteErrors, quantile = 0.95, pinball = [] } = options;
  const { rows: n, weight, effectiveRows } = totals;
  const quantiles = (sorted: Float64Array) => [
    quantileMeasure('median_absolute_error', sorted, 0.5, alpha, null),
    quantileMeasure('absolute_error_quantile', sorted, quantile, alpha, quantile),
  ];
  if (!(weight > 0)) {
    const names: MeasureName[] = ['mae', 'mse', 'rmse', 'r2', 'explained_variance', 'mape', 'smape', 'wape', 'max_error', 'bias', 'rmsle'];
    return [...names.map((name) => undefinedMeasure(name, 'no_rows', 0)), ...(absoluteErrors ? quantiles(absoluteErrors) : [])];
  }
  const mean = (name: MeasureName, sum: number, squares: number) => {
    const value = sum / weight;
    const variance = (Math.max(0, squares / weight - value * value) * effectiveRows) / (effectiveRows - 1);
    return meanMeasure(name, { n: effectiveRows, mean: value, variance }, n, alpha);
  };
  const estimated = (name: MeasureName, of: ValueWithError | null, reason: UndefinedReason, range: readonly [number, number] = positive) =>
    of === null ? undefinedMeasure(name, reason, n) : normalMeasure(name, of.value, of.standardError, n, alpha, 'delta_method', range);
  const explained = explainedVariance(totals);
  const log = Math.sqrt(totals.log2 / weight);
  const logError = mean('rmsle', totals.log2, totals.log4).basis;
  const below1 = [Number.NEGATIVE_INFINITY, 1] as const;
  return [
    mean('mae', totals.abs, totals.e2),
    mean('mse', totals.e2, totals.e4),
    estimated('rmse', rootMeanSquaredError(totals), 'no_rows'),
    estimated('r2', rSquared(totals), n < 2 ? 'no_rows' : 'constant_target', below1),
    explained === null ? undefinedMeasure('explained_variance', 'constant_target', n) : measureOf('explained_variance', explained, n),
    estimated('mape', meanAbsolutePercentageError(totals), 'zero_target'),
    estimated('smape', symmetricMeanAbsolutePercentageError(totals), 'no_rows', [0, 2]),
    estimated('wape', weightedAbsolutePercentageError(totals), 'zero_target'),
    measureOf('max_error', totals.maxAbs, n),
    mean('bias', totals.e, totals.e2),
    totals.below0 > 0
      ? undefinedMeasure('rmsle', 'value_below_0', n)
      : logError?.kind === 'mean' && log > 0
        ? normalMeasure('rmsle', log, Math.sqrt(logError.variance / logError.rows) / (2 * log), n, alpha, 'delta_method', positive)
        : measureOf('rmsle', log, n),
    ...(absoluteErrors ? quantiles(absoluteErrors) : []),
    ...pinball.map(({ at, loss }) => meanMeasure('pinball', loss, n, alpha, at)),
  ];
}
