import { meanFromSums, type ValueWithError } from './errorMoments.ts';
import type { RegressionTotals } from './regressionSums.ts';

/** Root of the mean squared error; standard error by the delta method, se(MSE) / (2 RMSE). */
export function rootMeanSquaredError(totals: RegressionTotals): ValueWithError {
  const mse = meanFromSums(totals.e2, totals.e4, totals.weight, totals.effectiveRows);
  const value = Math.sqrt(mse.value);
  return { value, standardError: value > 0 ? mse.standardError / (2 * value) : 0 };
}
