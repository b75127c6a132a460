import { confusionMeasures, expectedConfusion } from './expectedConfusion.ts';
import { expectedCurves } from './expectedCurves.ts';
import type { MulticlassMeasure } from './measures.ts';

/**
 * Expected confusion matrix: entry [i][j] is the expected number of rows of class i predicted as class j, Σ over those rows of p_i.
 *
 * @param probabilities one array per class, as long as the rows. @param predicted index of the predicted class. O(rows · classes).
 */
export function expectedConfusionMatrix(probabilities: readonly Float64Array[], predicted: ArrayLike<number>): number[][] {
  const matrix = probabilities.map(() => new Array<number>(probabilities.length).fill(0));
  probabilities.forEach((column, i) => {
    for (let row = 0; row < predicted.length; row++) matrix[i]![predicted[row]!]! += column[row]!;
  });
  return matrix;
}

/** Mean over classes; an undefined class counts 0, as in scikit-learn; null when all are undefined. */
function macro(values: readonly (number | null)[]): number | null {
  if (values.every((v) => v === null)) return null;
  return values.reduce<number>((sum, v) => sum + (v ?? 0), 0) / values.length;
}

/**
 * Expected measures of a model of several classes: macro means of the one-against-rest estimates, accuracy Σ p of the predicted class / n.
 *
 * @param scores, probabilities the model's own and the calibrated probabilities, one array per class. @param predicted index of a class.
 * @param orders for each class the rows by ascending score, when at hand. O(classes · n log n).
 *
 * Source: NannyML 0.13 performance_estimation/confidence_based; ties of scores grouped.
 */
export function multiclassEstimates(
  scores: readonly Float64Array[],
  probabilities: readonly Float64Array[],
  predicted: ArrayLike<number>,
  orders?: readonly Uint32Array[],
): Record<MulticlassMeasure, number | null> {
  const n = predicted.length;
  let correct = 0;
  for (let row = 0; row < n; row++) correct += probabilities[predicted[row]!]![row]!;
  const isClass = new Uint8Array(n);
  const classes = probabilities.map((column, c) => {
    for (let row = 0; row < n; row++) isClass[row] = predicted[row] === c ? 1 : 0;
    return { ...confusionMeasures(expectedConfusion(column, isClass)), ...expectedCurves(scores[c]!, column, orders?.[c]) };
  });
  const recall = macro(classes.map((c) => c.recall));
  // An area needs every class: a mean over some of them would be another measure.
  const whole = (values: readonly (number | null)[]) => (values.includes(null) ? null : macro(values));
  return {
    roc_auc: whole(classes.map((c) => c.rocAuc)),
    average_precision: whole(classes.map((c) => c.averagePrecision)),
    accuracy: n > 0 ? correct / n : null,
    balanced_accuracy: recall,
    precision: macro(classes.map((c) => c.precision)),
    recall,
    specificity: macro(classes.map((c) => c.specificity)),
    f1: macro(classes.map((c) => c.f1)),
  };
}
