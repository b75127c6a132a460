import { binaryCounts } from '../../../measures/classification/binaryCounts.ts';
import type { ConfusionCounts } from '../../../measures/classification/confusionCounts.ts';
import { confusionTable } from '../../../measures/classification/confusionTable.ts';
import { fBeta } from '../../../measures/classification/fBeta.ts';
import { precision, recall } from '../../../measures/classification/precisionRecall.ts';
import type { ClassRow, ConfusionMatrix } from '../result.ts';

const mostShown = 20;

/** A confusion matrix to look at: at most 20 classes, the largest, the others in one. */
export function confusionMatrix(counts: ConfusionCounts, classes: readonly string[]): ConfusionMatrix {
  const table = confusionTable(counts, mostShown);
  return { labels: table.classes.map((c) => (c === null ? '' : classes[c]!)), others: table.pooled, counts: table.counts };
}

/** Precision, recall and F1 of each class, those with most rows first, at most 50. */
export function classRows(current: ConfusionCounts, reference: ConfusionCounts | null, classes: readonly string[]): ClassRow[] {
  const of = (counts: ConfusionCounts, c: number) => {
    const four = binaryCounts(counts, c);
    return { support: counts.actual[c]!, precision: precision(four), recall: recall(four), f1: fBeta(four, 1) };
  };
  return classes
    .map((label, c) => ({ label, ...of(current, c), reference: reference === null ? null : of(reference, c) }))
    .sort((a, b) => b.support - a.support)
    .slice(0, 50);
}
