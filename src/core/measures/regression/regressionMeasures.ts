import type { SampleSummary } from '../../stats/intervals/welch.ts';
import { type Measure, undefinedMeasure } from '../measure.ts';
import { measuresOfErrors } from '../registry.ts';
import type { RegressionTotals } from './regressionSums.ts';

export interface RegressionOptions {
  readonly alpha?: number;
  /** Absolute errors, ascending, for median and quantile; without them these two are left out (as with weights). */
  readonly absoluteErrors?: Float64Array;
  /** Quantile of the absolute error. */
  readonly quantile?: number;
  /** Mean pinball losses by their α, as `pinballLoss` gives them. */
  readonly pinball?: readonly { readonly at: number; readonly loss: SampleSummary }[];
}

/**
 * Measures of a regression with intervals: Student for means, the delta method for RMSE, R² and WAPE, order statistics for quantiles. The
 * largest error has no interval. O(1) from sums, save for the quantiles' look-ups.
 */
export function regressionMeasures(totals: RegressionTotals, options: RegressionOptions = {}): Measure[] {
  const { alpha = 0.05, absoluteErrors, quantile = 0.95, pinball = [] } = options;
  const some = totals.weight > 0;
  return measuresOfErrors.flatMap(({ definition, measured, ofSorted, ofPredictedQuantiles }): readonly Measure[] => {
    if (measured !== undefined) return [some ? measured({ totals, alpha }) : undefinedMeasure(definition, 'no_rows', 0)];
    if (ofSorted !== undefined) return absoluteErrors === undefined ? [] : [ofSorted({ absoluteErrors, alpha, quantile })];
    return some ? ofPredictedQuantiles({ totals, alpha, pinball }) : [];
  });
}
