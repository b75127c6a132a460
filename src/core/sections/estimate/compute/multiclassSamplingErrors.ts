import { argsort } from '../../../stats/samples/argsort.ts';
import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { largerError } from './confusionSamplingErrors.ts';
import { expectedCurves } from './expectedCurves.ts';
import type { MulticlassMeasure } from './measures.ts';
import { placements } from './rocAucSamplingError.ts';

/** Variance of a 0/1 variable over the share of rows that it is taken over; 0 when it is taken over none. */
function shareVariance(hits: number, of: number, n: number): number {
  return of > 0 ? ((hits / of) * (1 - hits / of)) / (of / n) : 0;
}

/**
 * Standard errors over one row of the measures that follow from a confusion matrix of k classes: √(Σ variances of the classes) / k, the
 * classes taken as independent. Over n rows they are this / √n.
 *
 * @param matrix entry [i][j]: rows of class i predicted as j, expected counts too. @param correctF1 multiplies the error of F1 by the factor
 *   of its two-class form, rows said or truly of the class per tp + (fp + fn) / 2, which NannyML leaves out here. @returns null without rows.
 *
 * Source: NannyML 0.13 sampling_error/multiclass_classification.py.
 */
export function confusionMatrixSamplingErrors(
  matrix: readonly (readonly number[])[],
  correctF1 = false,
): Record<Exclude<MulticlassMeasure, 'roc_auc' | 'average_precision'>, number | null> {
  const k = matrix.length;
  const n = matrix.flat().reduce((sum, count) => sum + count, 0);
  const correct = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
  const macro = { precision: 0, recall: 0, specificity: 0, f1: 0 };
  for (let c = 0; c < k; c++) {
    const tp = matrix[c]![c]!;
    const actual = matrix[c]!.reduce((sum, count) => sum + count, 0);
    const predicted = matrix.reduce((sum, row) => sum + row[c]!, 0);
    const others = n - actual;
    macro.precision += shareVariance(tp, predicted, n);
    macro.recall += shareVariance(tp, actual, n);
    macro.specificity += shareVariance(others - (predicted - tp), others, n);
    const concerned = actual + predicted - tp;
    const factor = correctF1 && concerned > 0 ? concerned / ((actual + predicted) / 2) : 1;
    macro.f1 += factor * factor * shareVariance(tp, concerned, n);
  }
  const error = (variance: number) => (n > 0 ? Math.sqrt(variance) / k : null);
  return {
    accuracy: n > 0 ? Math.sqrt(shareVariance(correct, n, n)) : null,
    balanced_accuracy: error(macro.recall),
    precision: error(macro.precision),
    recall: error(macro.recall),
    specificity: error(macro.specificity),
    f1: error(macro.f1),
  };
}

/** NannyML's factor for the classes' areas not being independent. */
const dependence = 1.2;

/** Standard error over one row of the macro ROC AUC; null when a class has no rows or all. Source: as above. */
function macroRocAucError(scores: readonly Float64Array[], isClass: readonly Uint8Array[], orders: readonly Uint32Array[]): number | null {
  let variance = 0;
  for (const [c, column] of scores.entries()) {
    const found = placements(column, isClass[c]!, orders[c]!);
    if (!found) return null;
    variance += found.variance / found.share;
  }
  return (Math.sqrt(variance) / scores.length) * dependence;
}

/** √(variance · draws) of resampled values: a standard error over one row. */
function resampledError(values: readonly number[], draws: number): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return Math.sqrt((values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length) * draws);
}

/** Standard errors over one row of the macro areas: 50 bootstrap resamples of at most 20,000 rows, the same rows for each class. */
function bootstrapErrors(
  scores: readonly Float64Array[],
  isClass: readonly Uint8Array[],
  orders: readonly Uint32Array[],
  seed: number,
): { readonly rocAuc: number | null; readonly averagePrecision: number | null } {
  const n = scores[0]?.length ?? 0;
  const draws = Math.min(n, 20_000);
  const random = mulberry32(seed);
  const areas: number[] = [];
  const precisions: number[] = [];
  for (let b = 0; b < 50; b++) {
    const weights = new Uint16Array(n);
    for (let i = 0; i < draws; i++) weights[Math.floor(random() * n)]!++;
    const classes = scores.map((column, c) => expectedCurves(column, isClass[c]!, orders[c]!, weights));
    const mean = (of: (c: (typeof classes)[number]) => number) => classes.reduce((sum, c) => sum + of(c), 0) / classes.length;
    if (classes.some((c) => c.rocAuc === null || c.averagePrecision === null)) continue;
    areas.push(mean((c) => c.rocAuc!));
    precisions.push(mean((c) => c.averagePrecision!));
  }
  return { rocAuc: resampledError(areas, draws), averagePrecision: resampledError(precisions, draws) };
}

/**
 * Standard error of every measure of a model of several classes over one row, from the labelled rows of the reference. That of the ROC AUC
 * is NannyML's or, where larger, a bootstrap's: the classes of one row go together, and NannyML's bands then miss one value in ten.
 *
 * @param scores one array per class. @param labels, predicted indices of classes. O(classes · n log n).
 */
export function multiclassSamplingErrors(
  scores: readonly Float64Array[],
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  seed = 1,
): Record<MulticlassMeasure, number | null> {
  const matrix = scores.map(() => new Array<number>(scores.length).fill(0));
  for (let row = 0; row < labels.length; row++) matrix[labels[row]!]![predicted[row]!]!++;
  const isClass = scores.map((_, c) => Uint8Array.from({ length: labels.length }, (_, row) => (labels[row] === c ? 1 : 0)));
  const orders = scores.map(argsort);
  const resampled = bootstrapErrors(scores, isClass, orders, seed);
  return {
    ...confusionMatrixSamplingErrors(matrix),
    roc_auc: largerError(macroRocAucError(scores, isClass, orders), resampled.rocAuc),
    average_precision: resampled.averagePrecision,
  };
}
