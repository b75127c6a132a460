import { argsort } from '../../../stats/samples/argsort.ts';

/** Areas under the expected curves; null where undefined. */
export interface ExpectedCurves {
  /** Null when no positives or no negatives are expected. */
  readonly rocAuc: number | null;
  /** Null when no positives are expected. */
  readonly averagePrecision: number | null;
}

/**
 * Area under the ROC curve and average precision of a ranking when each row is positive with a given probability: expected true and false
 * positives are cumulated from the highest score down. Rows of equal score stand in one step (ties count one half), so the result does
 * not depend on their order. With probabilities 0 and 1 these are the realised figures.
 *
 * @param scores what rows are ranked by (not calibrated: calibration makes ties). @param probabilities 0 to 1, of being positive.
 * @param order rows in ascending order of score, when it is at hand. @param weights multiplicity of each row, 1 when left out.
 *
 * Source: NannyML 0.13 confidence-based estimation, metrics.py, there without the grouping of ties. O(n log n).
 */
export function expectedCurves(
  scores: Float64Array,
  probabilities: ArrayLike<number>,
  order: Uint32Array = argsort(scores),
  weights?: ArrayLike<number>,
): ExpectedCurves {
  let truePositives = 0;
  let falsePositives = 0;
  let area = 0;
  let precisionSum = 0;
  for (let i = order.length - 1; i >= 0; ) {
    const score = scores[order[i]!]!;
    let positives = 0;
    let negatives = 0;
    while (i >= 0 && scores[order[i]!]! === score) {
      const row = order[i--]!;
      const weight = weights ? weights[row]! : 1;
      positives += weight * probabilities[row]!;
      negatives += weight * (1 - probabilities[row]!);
    }
    area += negatives * (truePositives + positives / 2);
    truePositives += positives;
    falsePositives += negatives;
    const flagged = truePositives + falsePositives;
    if (flagged > 0) precisionSum += positives * (truePositives / flagged);
  }
  return {
    rocAuc: truePositives > 0 && falsePositives > 0 ? area / truePositives / falsePositives : null,
    averagePrecision: truePositives > 0 ? precisionSum / truePositives : null,
  };
}
