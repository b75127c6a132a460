import type { BlockOf } from '../../../stats/blocks/blockedSides.ts';
import { gapContrast } from '../../../stats/groups/gapContrast.ts';
import { type GroupInterval, gapInterval, groupMeanInterval } from '../../../stats/groups/groupInterval.ts';
import { groupSums } from '../../../stats/groups/groupSums.ts';
import type { SegmentColumn, SliceKey } from '../../../stats/groups/segmentColumn.ts';
import { meanOf, minus, type Sums } from '../../../stats/groups/sums.ts';
import { rankedSlices } from './rankedSlices.ts';
import { minRowsOf, type SliceOptions } from './sliceOptions.ts';

/** A group of rows with a larger loss than all other rows. */
export interface WorstSlice extends SliceKey {
  readonly n: number;
  readonly share: number;
  /** Mean loss; Wilson's interval for 0/1 losses, Student's t otherwise. */
  readonly mean: GroupInterval;
  readonly restMean: number;
  /** Mean less that of all other rows; Newcombe's interval for 0/1 losses, Welch's otherwise. */
  readonly gap: GroupInterval;
  /** Share times gap: by how much the mean loss of all rows would fall were the slice like the rest. */
  readonly impact: number;
  readonly statistic: number;
  readonly p: number;
  readonly q: number;
  readonly lowerBound: number;
  /** Slices not reported on their own because they are mostly these rows. */
  readonly overlapping: readonly SliceKey[];
}

export interface WorstSlices {
  /** Rows with a loss. */
  readonly rows: number;
  readonly mean: number;
  readonly minRows: number;
  readonly tested: number;
  readonly worse: number;
  readonly slices: readonly WorstSlice[];
}

/**
 * Groups of rows, one condition or two, whose mean loss is larger than that of all other rows: where a model is bad now.
 *
 * Every group of every column and every pair of groups with enough rows is tested (0/1 losses: exact test of two proportions; others: Welch's t
 * with the slice's variance not below that of all rows), false discovery rate over all tests held at alpha. A pair that is no worse
 * than the group it lies in is dropped, and so is a group that is worse only because of a pair in it; slices that are mostly the same rows
 * are reported once. Ranked by the loss they hold beyond their share of the rows; slices of more
 * than two thirds of the rows are the rule and not looked at.
 *
 * @param loss one number per row, larger is worse; NaN: the row has none (no label, not in the rate's denominator).
 * @param blockOf block (a day) of each row: tests and intervals take the rows of a block together as far as they go together.
 * @returns no slices when there are too few rows to test any; never throws for reasons of data.
 *
 * O(rows · (columns / 3)²): about 2 s of processor time for a million rows and 30 columns.
 */
export function worstSlices(
  columns: readonly SegmentColumn[],
  loss: Float64Array,
  options: SliceOptions = {},
  blockOf: BlockOf = null,
): WorstSlices {
  const { alpha = 0.05, pairs = true, test = 'exact' } = options;
  let rows = 0;
  for (let i = 0; i < loss.length; i++) if (Number.isFinite(loss[i]!)) rows++;
  const minRows = minRowsOf(options, rows);
  const all = groupSums(columns, loss, { pairs: pairs ? { minRows } : undefined, blockOf });
  const { tested, worse, slices } = rankedSlices(
    { sides: [{ columns, loss, blockOf }], tallied: [all], contrastOf: gapContrast(all, test) },
    minRows,
    options,
  );
  return {
    rows,
    mean: meanOf(all.all) + all.shift,
    minRows,
    tested,
    worse,
    slices: slices.map(({ slice, overlapping }): WorstSlice => {
      const [sums] = slice.sums as [Sums];
      const rest = minus(all.all, sums);
      return {
        conditions: slice.conditions,
        n: sums.n,
        share: sums.n / rows,
        mean: groupMeanInterval(sums, all.shift, all.binary, alpha),
        restMean: meanOf(rest) + all.shift,
        gap: gapInterval(slice.contrast, sums, rest, all.binary, alpha),
        impact: slice.impact,
        statistic: slice.contrast.statistic,
        p: slice.contrast.p,
        q: slice.q,
        lowerBound: slice.lowerBound,
        overlapping: overlapping.map(({ conditions }) => ({ conditions })),
      };
    }),
  };
}
