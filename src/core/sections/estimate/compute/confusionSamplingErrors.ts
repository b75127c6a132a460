import type { ExpectedConfusion } from './expectedConfusion.ts';
import type { BinaryMeasure } from './measures.ts';

/** Deviation of a 0/1 variable that is 1 in `hits` of `of` rows, per √(share of rows it is taken over): its standard error for one row. */
function shareError(hits: number, of: number, n: number): number | null {
  if (!(of > 0)) return null;
  const share = hits / of;
  return Math.sqrt((share * (1 - share)) / (of / n));
}

/** Measures whose sampling error follows from the four counts. */
export type ConfusionMeasure = Exclude<BinaryMeasure, 'roc_auc' | 'average_precision'>;

/**
 * Standard error of each measure over one row, from the realised counts of the reference; over a chunk of n rows it is this / √n, and for
 * the four counts (which grow with n) this · √n. Null where the measure is undefined on the reference. Balanced accuracy takes the errors
 * of recall and specificity as independent, which they are: no row counts in both.
 *
 * Source: NannyML 0.13 sampling_error/binary_classification.py (population deviations). O(1).
 */
export function confusionSamplingErrors({ tp, fp, fn, tn }: ExpectedConfusion): Record<ConfusionMeasure, number | null> {
  const n = tp + fp + fn + tn;
  const recall = shareError(tp, tp + fn, n);
  const specificity = shareError(tn, tn + fp, n);
  const relevant = shareError(tp, tp + fp + fn, n);
  const count = (hits: number) => shareError(hits, n, n);
  return {
    accuracy: shareError(tp + tn, n, n),
    precision: shareError(tp, tp + fp, n),
    recall,
    specificity,
    balanced_accuracy: recall === null || specificity === null ? null : Math.hypot(recall, specificity) / 2,
    f1: relevant === null ? null : (relevant * (tp + fp + fn)) / (tp + (fp + fn) / 2),
    true_positives: count(tp),
    false_positives: count(fp),
    false_negatives: count(fn),
    true_negatives: count(tn),
  };
}

/** Standard error of a measure over n rows, from that over one row. */
export function errorOver(n: number, measure: string, ofOneRow: number | null): number | null {
  if (ofOneRow === null || !(n > 0)) return null;
  const isCount = measure.endsWith('_positives') || measure.endsWith('_negatives');
  return isCount ? ofOneRow * Math.sqrt(n) : ofOneRow / Math.sqrt(n);
}

/** The larger of two errors over one row; null only when both are unknown. */
export function largerError(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
