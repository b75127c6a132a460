/** Expected counts of a two-class confusion matrix: real numbers, not whole ones. */
export interface ExpectedConfusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/**
 * Expected confusion matrix when row i is positive with probability p_i: of the rows predicted positive Σp are true and Σ(1 − p) false
 * positives, of the others Σp false and Σ(1 − p) true negatives.
 *
 * @param predicted 1 for predicted positive, 0 else. O(n). Source: NannyML 0.13, confidence-based performance estimation.
 */
export function expectedConfusion(probabilities: ArrayLike<number>, predicted: ArrayLike<number>): ExpectedConfusion {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (let i = 0; i < predicted.length; i++) {
    const p = probabilities[i]!;
    if (predicted[i] === 1) {
      tp += p;
      fp += 1 - p;
    } else {
      fn += p;
      tn += 1 - p;
    }
  }
  return { tp, fp, fn, tn };
}

/** Measures that follow from the four counts; null where the denominator is 0. */
export interface ConfusionMeasures {
  readonly accuracy: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly specificity: number | null;
  readonly f1: number | null;
  readonly balancedAccuracy: number | null;
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/**
 * Accuracy, precision, recall, specificity, F1 and balanced accuracy of a confusion matrix. F1 is null only when nothing is or is said to
 * be positive.
 */
export function confusionMeasures({ tp, fp, fn, tn }: ExpectedConfusion): ConfusionMeasures {
  const recall = ratio(tp, tp + fn);
  const specificity = ratio(tn, tn + fp);
  return {
    accuracy: ratio(tp + tn, tp + fp + fn + tn),
    precision: ratio(tp, tp + fp),
    recall,
    specificity,
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    balancedAccuracy: recall === null || specificity === null ? null : (recall + specificity) / 2,
  };
}
