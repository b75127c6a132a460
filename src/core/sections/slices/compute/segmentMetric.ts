import type { BlockOf } from '../../../stats/blocks/blockedSides.ts';
import { gapContrast } from '../../../stats/groups/gapContrast.ts';
import { type GroupInterval, gapInterval, groupMeanInterval } from '../../../stats/groups/groupInterval.ts';
import { groupSums } from '../../../stats/groups/groupSums.ts';
import type { SegmentColumn } from '../../../stats/groups/segmentColumn.ts';
import { minus } from '../../../stats/groups/sums.ts';
import { cellSums } from '../../../stats/groups/tally.ts';

/** The metric in one group of a column. */
export interface GroupMetric {
  /** Index into the column's groups. */
  readonly group: number;
  readonly n: number;
  readonly share: number;
  /** Null without rows. */
  readonly mean: GroupInterval | null;
  /** Mean less that of all other rows, with the p-value of its test; null when either has fewer than two rows. */
  readonly gap: (GroupInterval & { readonly p: number }) | null;
}

/**
 * Mean loss by group of one column: Wilson's interval for 0/1 losses, Student's t for others; the difference to the rest with Newcombe's or
 * Welch's interval; where rows have blocks (days), those of rows that go together. One row per group, in the order of groups. p-values are of single tests: a caller who picks the worst group adjusts them.
 */
export function segmentMetric(column: SegmentColumn, loss: Float64Array, alpha = 0.05, blockOf: BlockOf = null): GroupMetric[] {
  const counted = groupSums([column], loss, { blockOf });
  const { all, shift, binary, singles } = counted;
  const contrastOf = gapContrast(counted);
  return column.groups.map((_, group) => {
    const sums = cellSums(singles[0]!, group);
    const rest = minus(all, sums);
    const contrast = sums.n > 1 && rest.n > 1 ? contrastOf([sums], [rest]) : null;
    return {
      group,
      n: sums.n,
      share: all.n > 0 ? sums.n / all.n : Number.NaN,
      mean: sums.n > 0 ? groupMeanInterval(sums, shift, binary, alpha) : null,
      gap: contrast && { ...gapInterval(contrast, sums, rest, binary, alpha), p: contrast.p },
    };
  });
}
