import type { SegmentColumn } from '../slices/segmentColumn.ts';

/** Confusion counts of one group of rows. */
export interface ConfusionCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** A group's rows. Rows with a prediction but no label count for the selection rate only. */
export interface GroupCounts extends ConfusionCounts {
  /** Rows with a prediction, and those predicted positive. */
  readonly n: number;
  readonly selected: number;
}

/** Counts of a group all of whose rows have a label. */
export function labelledCounts({ tp, fp, fn, tn }: ConfusionCounts): GroupCounts {
  return { tp, fp, fn, tn, n: tp + fp + fn + tn, selected: tp + fp };
}

/**
 * Counts by group of a column, in the order of its groups.
 *
 * @param actual, predicted 1 positive, 0 negative, anything else unknown. A row without a prediction is left out. O(rows).
 */
export function groupCounts(column: SegmentColumn, actual: ArrayLike<number | null>, predicted: ArrayLike<number | null>): GroupCounts[] {
  const counts = column.groups.map(() => ({ tp: 0, fp: 0, fn: 0, tn: 0, n: 0, selected: 0 }));
  for (let i = 0; i < column.codes.length; i++) {
    const p = predicted[i];
    if (p !== 0 && p !== 1) continue;
    const of = counts[column.codes[i]!]!;
    of.n++;
    of.selected += p;
    const y = actual[i];
    if (y === 1) of[p === 1 ? 'tp' : 'fn']++;
    else if (y === 0) of[p === 1 ? 'fp' : 'tn']++;
  }
  return counts;
}
