import { lossKind } from './lossKind.ts';
import { pairTallies } from './pairTallies.ts';
import type { SegmentColumn } from './segmentColumn.ts';
import type { Sums } from './sums.ts';
import { emptyTally, type Tally } from './tally.ts';

/** A loss counted by every column and by pairs of columns. */
export interface Tallies {
  /** Rows with a loss. All sums are of the loss less `shift`, so that a large common level costs no digits. */
  readonly all: Sums;
  readonly shift: number;
  /** Whether each loss is 0 or 1; `shift` is 0 then. */
  readonly binary: boolean;
  /** In the order of columns. */
  readonly singles: readonly Tally[];
  readonly pairs: readonly Tally[];
}

function tallyColumn({ codes, groups }: SegmentColumn, column: number, loss: Float64Array, shift: number): Tally {
  const tally = emptyTally(column, -1, groups.length);
  const { n, sum, squares } = tally;
  for (let i = 0; i < loss.length; i++) {
    const x = loss[i]! - shift;
    if (!Number.isFinite(x)) continue;
    const g = codes[i]!;
    n[g]! += 1;
    sum[g]! += x;
    squares[g]! += x * x;
  }
  return tally;
}

function totals(loss: Float64Array, shift: number): Sums {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < loss.length; i++) {
    const x = loss[i]! - shift;
    if (!Number.isFinite(x)) continue;
    n++;
    sum += x;
    squares += x * x;
  }
  return { n, sum, squares };
}

/**
 * Counts a loss by every column and, with `pairs`, by every pair of columns.
 *
 * @param loss one number per row; NaN or infinite: the row has none and is left out.
 * @param pairs smallest number of rows of a cell of a pair that is of interest. A cell of two groups has no more rows than either, so groups
 *   below it are not paired. Absent: no pairs.
 * @param shift, binary of losses that are compared with other ones: the same for both. By default the mean of these (0 for 0/1 losses), and
 *   whether these are all 0 or 1.
 */
export function tallies(
  columns: readonly SegmentColumn[],
  loss: Float64Array,
  pairs?: { readonly minRows: number },
  shift?: number,
  binary?: boolean,
): Tallies {
  const kind = lossKind(loss);
  const rates = binary ?? kind.binary;
  const from = rates || kind.rows === 0 ? 0 : (shift ?? kind.mean);
  const singles = columns.map((column, c) => tallyColumn(column, c, loss, from));
  return {
    all: totals(loss, from),
    shift: from,
    binary: rates,
    singles,
    pairs: pairs ? pairTallies(columns, loss, from, rates, singles, pairs.minRows) : [],
  };
}
