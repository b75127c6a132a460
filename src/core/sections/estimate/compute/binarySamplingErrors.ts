import { argsort } from '../../../stats/samples/argsort.ts';
import { averagePrecisionSamplingError } from './averagePrecisionSamplingError.ts';
import { confusionSamplingErrors } from './confusionSamplingErrors.ts';
import { expectedConfusion } from './expectedConfusion.ts';
import type { BinaryMeasure } from './measures.ts';
import { rocAucSamplingError } from './rocAucSamplingError.ts';

/**
 * Standard error of every measure of a two-class model over one row, from the labelled rows of the reference; `errorOver` gives that of a
 * chunk.
 *
 * @param labels, predicted 0 or 1. O(n log n).
 */
export function binarySamplingErrors(
  scores: Float64Array,
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  seed = 1,
): Record<BinaryMeasure, number | null> {
  const order = argsort(scores);
  return {
    ...confusionSamplingErrors(expectedConfusion(labels, predicted)),
    roc_auc: rocAucSamplingError(scores, labels, order),
    average_precision: averagePrecisionSamplingError(scores, labels, seed, order),
  };
}
