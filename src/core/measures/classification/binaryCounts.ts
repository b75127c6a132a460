import type { ConfusionCounts } from './confusionCounts.ts';

/** The four counts of a binary decision. */
export interface BinaryCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** One class against all others. */
export function binaryCounts(counts: ConfusionCounts, positive: number): BinaryCounts {
  const tp = counts.hits[positive]!;
  const fp = counts.predicted[positive]! - tp;
  const fn = counts.actual[positive]! - tp;
  return { tp, fp, fn, tn: counts.total - tp - fp - fn };
}

/** The four counts as a table of two classes, the positive one second. */
export function countsOfBinary({ tp, fp, fn, tn }: BinaryCounts): ConfusionCounts {
  return {
    classes: 2,
    total: tp + fp + fn + tn,
    actual: Float64Array.of(tn + fp, tp + fn),
    predicted: Float64Array.of(tn + fn, tp + fp),
    hits: Float64Array.of(tn, tp),
    cells: { actual: Int32Array.of(0, 0, 1, 1), predicted: Int32Array.of(0, 1, 0, 1), count: Float64Array.of(tn, fp, fn, tp) },
  };
}
