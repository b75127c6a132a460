import type { ConfusionCounts } from './confusionCounts.ts';

/** A confusion matrix small enough to look at. */
export interface ConfusionTable {
  /** Classes shown, in their own order; null stands for all others together and comes last. */
  readonly classes: readonly (number | null)[];
  /** Rows of true class i predicted as class j. */
  readonly counts: readonly (readonly number[])[];
  /** Classes pooled in the last line. */
  readonly pooled: number;
}

/**
 * Full table up to `limit` classes; beyond that the classes with the most rows (true or predicted) and one line for the rest, so that the
 * total stays. O(cells + classes log classes).
 */
export function confusionTable(counts: ConfusionCounts, limit = 20): ConfusionTable {
  const size = (c: number) => counts.actual[c]! + counts.predicted[c]!;
  const all = Array.from({ length: counts.classes }, (_, c) => c);
  const kept =
    all.length <= limit
      ? all
      : all
          .sort((a, b) => size(b) - size(a) || a - b)
          .slice(0, limit)
          .sort((a, b) => a - b);
  const pooled = counts.classes - kept.length;
  const lines = kept.length + (pooled > 0 ? 1 : 0);
  const line = new Int32Array(counts.classes).fill(kept.length);
  for (let i = 0; i < kept.length; i++) line[kept[i]!] = i;
  const table = Array.from({ length: lines }, () => new Array<number>(lines).fill(0));
  const { actual, predicted, count } = counts.cells;
  for (let i = 0; i < count.length; i++) table[line[actual[i]!]!]![line[predicted[i]!]!]! += count[i]!;
  return { classes: pooled > 0 ? [...kept, null] : kept, counts: table, pooled };
}
