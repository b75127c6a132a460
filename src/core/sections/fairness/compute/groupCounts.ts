import { type BlockOf, blockCount } from '../../../stats/blocks/blockedSides.ts';
import type { SegmentColumn } from '../../../stats/groups/segmentColumn.ts';

/** Confusion counts of one group of rows. */
export interface GroupConfusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** A group's rows. Rows with a prediction but no label count for the selection rate only. */
export interface GroupCounts extends GroupConfusion {
  /** Rows with a prediction, and those predicted positive. */
  readonly n: number;
  readonly selected: number;
  /** The same counts by block (a day), where rows have blocks. */
  readonly blocks?: readonly GroupCounts[];
}

/** Counts of a group all of whose rows have a label. */
export function labelledCounts({ tp, fp, fn, tn }: GroupConfusion): GroupCounts {
  return { tp, fp, fn, tn, n: tp + fp + fn + tn, selected: tp + fp };
}

/**
 * Counts by group of a column, in the order of its groups.
 *
 * @param actual, predicted 1 positive, 0 negative, anything else unknown. A row without a prediction is left out.
 * @param blockOf block of each row whose rows may go together. O(rows).
 */
export function groupCounts(
  column: SegmentColumn,
  actual: ArrayLike<number | null>,
  predicted: ArrayLike<number | null>,
  blockOf: BlockOf = null,
): GroupCounts[] {
  const none = () => ({ tp: 0, fp: 0, fn: 0, tn: 0, n: 0, selected: 0 });
  const blocks = blockCount(blockOf);
  const counts = column.groups.map(() =>
    blockOf === null ? { all: none(), blocks: null } : { all: none(), blocks: Array.from({ length: blocks }, none) },
  );
  for (let i = 0; i < column.codes.length; i++) {
    const p = predicted[i];
    if (p !== 0 && p !== 1) continue;
    const group = counts[column.codes[i]!]!;
    const y = actual[i];
    const cell = y === 1 ? (p === 1 ? 'tp' : 'fn') : y === 0 ? (p === 1 ? 'fp' : 'tn') : null;
    for (const of of [group.all, group.blocks?.[blockOf?.[i] ?? -1]]) {
      if (of === undefined) continue;
      of.n++;
      of.selected += p;
      if (cell !== null) of[cell]++;
    }
  }
  return counts.map((group) => (group.blocks === null ? group.all : { ...group.all, blocks: group.blocks }));
}
