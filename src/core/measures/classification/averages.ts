import { type BinaryCounts, binaryCounts } from './binaryCounts.ts';
import type { ConfusionCounts } from './confusionCounts.ts';
import { ratio } from './ratio.ts';

/** A measure of one class against the others, averaged over classes. */
export interface ClassAverages {
  /** Unweighted mean over the classes that count. */
  readonly macro: number | null;
  /** Weighted by the rows of each true class. */
  readonly weighted: number | null;
}

/**
 * Macro and weighted average of a per-class measure. A class in which it is undefined counts 0, as in sklearn with zero_division=0:
 * a class that is never predicted has to lower the mean. Null without rows. O(classes).
 *
 * @param over `seen`: classes that are true or predicted somewhere, as sklearn does; `true`: those among the true labels, as sklearn with these as
 *   `labels`: a class that does not occur has no recall, not one of 0.
 */
export function averageOverClasses(
  counts: ConfusionCounts,
  of: (class_: BinaryCounts) => number | null,
  over: 'seen' | 'true' = 'seen',
): ClassAverages {
  let sum = 0;
  let classes = 0;
  let weighted = 0;
  for (let c = 0; c < counts.classes; c++) {
    const support = counts.actual[c]!;
    if (support === 0 && (over === 'true' || counts.predicted[c]! === 0)) continue;
    const value = of(binaryCounts(counts, c)) ?? 0;
    sum += value;
    weighted += value * support;
    classes++;
  }
  return { macro: ratio(sum, classes), weighted: ratio(weighted, counts.total) };
}
