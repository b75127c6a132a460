import type { SampleSummary } from '../../stats/intervals/welch.ts';
import type { MeasureDefinition } from '../definition.ts';
import { type Measure, type UndefinedReason, undefinedMeasure } from '../measure.ts';
import { meanMeasure, normalMeasure } from '../uncertainty.ts';
import type { ValueWithError } from './errorMoments.ts';
import type { RegressionTotals } from './regressionSums.ts';

/** Sums of the errors, over some rows at least. */
export interface RegressionPass {
  readonly totals: RegressionTotals;
  readonly alpha: number;
}

interface Known {
  readonly definition: MeasureDefinition;
}

/** From the sums of one pass over the rows. */
interface OfSums extends Known {
  measured(pass: RegressionPass): Measure;
  readonly ofSorted?: undefined;
  readonly ofPredictedQuantiles?: undefined;
}

/** From the absolute errors, ascending; left out where these are not at hand (with weights). */
interface OfSorted extends Known {
  ofSorted(pass: { readonly absoluteErrors: Float64Array; readonly alpha: number; readonly quantile: number }): Measure;
  readonly measured?: undefined;
  readonly ofPredictedQuantiles?: undefined;
}

/** One for each quantile that the model predicts. */
interface OfPredictedQuantiles extends Known {
  ofPredictedQuantiles(
    pass: RegressionPass & { readonly pinball: readonly { readonly at: number; readonly loss: SampleSummary }[] },
  ): readonly Measure[];
  readonly measured?: undefined;
  readonly ofSorted?: undefined;
}

/** A measure of a regression's errors. */
export type RegressionMeasure = OfSums | OfSorted | OfPredictedQuantiles;

/** A mean over the rows from its sums, with Student's interval. */
export function meanOfErrors(definition: MeasureDefinition, { totals, alpha }: RegressionPass, sum: number, squares: number): Measure {
  const { weight, effectiveRows, rows } = totals;
  const value = sum / weight;
  const variance = (Math.max(0, squares / weight - value * value) * effectiveRows) / (effectiveRows - 1);
  return meanMeasure(definition, { n: effectiveRows, mean: value, variance }, rows, alpha);
}

/** A value whose error follows from the sums by the delta method; null: there is none, for the reason. */
export function estimated(
  definition: MeasureDefinition,
  { totals, alpha }: RegressionPass,
  of: ValueWithError | null,
  reason: UndefinedReason,
): Measure {
  return of === null
    ? undefinedMeasure(definition, reason, totals.rows)
    : normalMeasure(definition, { value: of.value, standardError: of.standardError, n: totals.rows }, alpha, 'delta_method');
}
