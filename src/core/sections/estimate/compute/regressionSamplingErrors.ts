import { moments } from '../../../stats/samples/moments.ts';
import { lossesOf } from './losses.ts';
import type { EstimatedError } from './measures.ts';

/** Standard error over one row of the mean of the losses, and of its square root. Rows without a loss are left out. */
function errors(losses: Float64Array): { mean: number | null; root: number | null } {
  const { n, sd0, mean } = moments(losses.filter((v) => Number.isFinite(v)));
  if (n === 0) return { mean: null, root: null };
  return { mean: sd0, root: mean > 0 ? sd0 / (2 * Math.sqrt(mean)) : 0 };
}

/**
 * Standard error of every regression measure over one row, from the labelled rows of the reference: the deviation (divisor n) of the rows'
 * losses; for the root of a mean, by the delta method, deviation / (2 √mean). Over n rows they are this / √n. O(n).
 *
 * Source: NannyML 0.13 sampling_error/regression.py.
 */
export function regressionSamplingErrors(y: Float64Array, predicted: Float64Array): Record<EstimatedError, number | null> {
  const squared = errors(lossesOf('mse', y, predicted));
  const squaredLog = errors(lossesOf('msle', y, predicted));
  return {
    mae: errors(lossesOf('mae', y, predicted)).mean,
    mse: squared.mean,
    rmse: squared.root,
    mape: errors(lossesOf('mape', y, predicted)).mean,
    msle: squaredLog.mean,
    rmsle: squaredLog.root,
  };
}
