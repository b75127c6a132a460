import { confusionMeasures, expectedConfusion } from './expectedConfusion.ts';
import { expectedCurves } from './expectedCurves.ts';
import type { BinaryMeasure } from './measures.ts';

/**
 * Expected measures of a two-class model on rows without labels (confidence-based performance estimation).
 *
 * @param scores the model's own scores, which rank the rows. @param probabilities calibrated probabilities of the positive class.
 * @param predicted 1 or 0. @param order rows by ascending score, when at hand.
 * @returns null where a measure is undefined (nothing predicted positive: precision). O(n log n).
 *
 * Holds when the relation between features and label is that of the reference (no concept drift).
 * Source: NannyML 0.13 performance_estimation/confidence_based; ties of scores grouped.
 */
export function binaryEstimates(
  scores: Float64Array,
  probabilities: ArrayLike<number>,
  predicted: ArrayLike<number>,
  order?: Uint32Array,
): Record<BinaryMeasure, number | null> {
  const confusion = expectedConfusion(probabilities, predicted);
  const { balancedAccuracy, ...measures } = confusionMeasures(confusion);
  const { rocAuc, averagePrecision } = expectedCurves(scores, probabilities, order);
  const count = (expected: number) => (scores.length > 0 ? expected : null);
  return {
    ...measures,
    balanced_accuracy: balancedAccuracy,
    roc_auc: rocAuc,
    average_precision: averagePrecision,
    true_positives: count(confusion.tp),
    false_positives: count(confusion.fp),
    false_negatives: count(confusion.fn),
    true_negatives: count(confusion.tn),
  };
}
