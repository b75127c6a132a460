import { sortedAbsoluteErrors } from '../../../src/core/measures/regression/absoluteErrors.ts';
import {
  meanAbsolutePercentageError,
  symmetricMeanAbsolutePercentageError,
  weightedAbsolutePercentageError,
} from '../../../src/core/measures/regression/percentageErrors.ts';
import { regressionTotals } from '../../../src/core/measures/regression/regressionSums.ts';
import { rootMeanSquaredError } from '../../../src/core/measures/regression/rootMeanSquaredError.ts';
import { explainedVariance, rSquared } from '../../../src/core/measures/regression/rSquared.ts';
import { moments } from '../../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../../src/core/stats/samples/quantile.ts';
import { pinballLoss } from '../../oracles/pinballLoss.ts';
import type { Adapter, GoldenCase } from '../golden.ts';
import { value } from '../golden.ts';
import { numbers } from '../input.ts';

export function regressionValues(input: GoldenCase['input']): Record<string, number | null> {
  const targets = Float64Array.from(numbers(input.y_true));
  const predictions = Float64Array.from(numbers(input.y_pred));
  const totals = regressionTotals(targets, predictions);
  const n = totals.rows;
  const sorted = sortedAbsoluteErrors(targets, predictions);
  const mape = meanAbsolutePercentageError(totals)?.value ?? null;
  const pinball = (alpha: number) => pinballLoss(targets, predictions, alpha)?.mean ?? null;
  return {
    mae: totals.abs / n,
    mse: totals.e2 / n,
    rmse: rootMeanSquaredError(totals).value,
    median_ae: quantileSorted(sorted, 0.5),
    max_error: totals.maxAbs,
    mape,
    evidently_mape_pct: mape === null ? null : 100 * mape,
    smape: symmetricMeanAbsolutePercentageError(totals).value,
    wape: weightedAbsolutePercentageError(totals)?.value ?? null,
    bias: totals.e / n,
    error_std1: moments(predictions.map((p, i) => p - targets[i]!)).sd,
    mae_std: moments(predictions.map((p, i) => Math.abs(p - targets[i]!))).sd,
    p95_abs_error: quantileSorted(sorted, 0.95),
    p50_abs_error: quantileSorted(sorted, 0.5),
    r2: rSquared(totals)?.value ?? null,
    explained_variance: explainedVariance(totals),
    msle: totals.log2 / n,
    rmsle: Math.sqrt(totals.log2 / n),
    'pinball_0.1': pinball(0.1),
    'pinball_0.5': pinball(0.5),
    'pinball_0.9': pinball(0.9),
  };
}

const regression: Adapter = ({ input }) => {
  const targets = numbers(input.y_true);
  const without: Record<string, string> = {};
  if (targets.some((y) => y === 0)) {
    without.mape = 'the product leaves rows with target 0 out and counts them';
    without.evidently_mape_pct = without.mape;
  } else if (targets.some((y) => y < 0)) without.evidently_mape_pct = 'the peer divides by negative targets without their absolute value';
  if (targets.every((y) => y === targets[0])) {
    without.r2 = 'a constant target has no R²';
    without.explained_variance = without.r2;
  }
  return value(regressionValues(input), without);
};

export const regressionAdapters: Readonly<Record<string, Adapter>> = { regression_metrics: regression };
