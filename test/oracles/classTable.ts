import { binaryCounts } from '../../src/core/measures/classification/binaryCounts.ts';
import type { ConfusionCounts } from '../../src/core/measures/classification/confusionCounts.ts';
import { fBeta } from '../../src/core/measures/classification/fBeta.ts';
import { type Measure, type UndefinedReason, undefinedMeasure } from '../../src/core/measures/measure.ts';
import { catalogue } from '../../src/core/measures/registry.ts';
import { proportionMeasure } from '../../src/core/measures/uncertainty.ts';

/** How one class fares against all others. */
export interface ClassLine {
  /** Position of the class. */
  readonly class: number;
  /** Rows of that true class, and rows predicted so. */
  readonly support: number;
  readonly predicted: number;
  readonly precision: Measure;
  readonly recall: Measure;
  /** Null when the class is neither true nor predicted anywhere. */
  readonly f1: number | null;
}

/**
 * Precision, recall and F1 of each class, those with the most rows first, at most `limit`. O(classes log classes).
 *
 * @param rowsPerWeight effective rows / total weight; 1 without weights.
 */
export function classTable(
  counts: ConfusionCounts,
  {
    limit = 50,
    alpha = 0.05,
    rowsPerWeight = 1,
  }: { readonly limit?: number; readonly alpha?: number; readonly rowsPerWeight?: number } = {},
): ClassLine[] {
  const share = (name: 'precision' | 'recall', hits: number, of: number, reason: UndefinedReason) =>
    of > 0
      ? proportionMeasure(catalogue[name], { hits, of, reason }, { alpha, rowsPerWeight })
      : undefinedMeasure(catalogue[name], reason, 0);
  return Array.from({ length: counts.classes }, (_, c) => c)
    .sort((a, b) => counts.actual[b]! - counts.actual[a]! || a - b)
    .slice(0, limit)
    .map((c) => {
      const { tp, fp, fn } = binaryCounts(counts, c);
      return {
        class: c,
        support: tp + fn,
        predicted: tp + fp,
        precision: share('precision', tp, tp + fp, 'no_predicted_positives'),
        recall: share('recall', tp, tp + fn, 'no_positives'),
        f1: fBeta(binaryCounts(counts, c)),
      };
    });
}
