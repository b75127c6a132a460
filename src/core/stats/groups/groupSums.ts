import { type BlockOf, blockCount } from '../blocks/blockedSides.ts';
import { lossKind } from './lossKind.ts';
import { pairTallies } from './pairTallies.ts';
import type { SegmentColumn } from './segmentColumn.ts';
import type { BlockSums, Sums } from './sums.ts';
import { emptyTally, type Tally } from './tally.ts';

/** A loss counted by every column and by pairs of columns. */
export interface GroupSums {
  /** Rows with a loss. All sums are of the loss less `shift`, so that a large common level costs no digits. */
  readonly all: Sums;
  readonly shift: number;
  /** Whether each loss is 0 or 1; `shift` is 0 then. */
  readonly binary: boolean;
  /** In the order of columns. */
  readonly singles: readonly Tally[];
  readonly pairs: readonly Tally[];
  /** Counts some cells of a pair of columns by block; null where rows have no blocks. One pass over the rows. */
  readonly blocksOfPair: ((first: number, second: number, cells: readonly number[]) => BlockSums[]) | null;
}

function tallyColumn({ codes, groups }: SegmentColumn, column: number, loss: Float64Array, shift: number, blockOf: BlockOf): Tally {
  const empty = emptyTally(column, -1, groups.length);
  const all = Array.from(groups.keys());
  const tally = blockOf === null ? empty : { ...empty, byBlock: countCells(codes, null, all, { loss, shift, blockOf }) };
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

/** Counts the cells listed by block: cells × blocks. `second`: of a pair the codes of the second column and its groups. */
function countCells(
  codes: ArrayLike<number>,
  second: { readonly codes: ArrayLike<number>; readonly groups: number } | null,
  cells: readonly number[],
  { loss, shift, blockOf }: { readonly loss: Float64Array; readonly shift: number; readonly blockOf: Int32Array },
): { readonly blocks: number; readonly n: Float64Array; readonly sum: Float64Array } {
  const blocks = blockCount(blockOf);
  const placeOf = new Int32Array(Math.max(0, ...cells) + 1).fill(-1);
  cells.forEach((cell, place) => {
    placeOf[cell] = place;
  });
  const n = new Float64Array(cells.length * blocks);
  const sum = new Float64Array(cells.length * blocks);
  for (let i = 0; i < loss.length; i++) {
    const place = placeOf[second === null ? codes[i]! : codes[i]! * second.groups + second.codes[i]!] ?? -1;
    const x = loss[i]! - shift;
    if (place < 0 || blockOf[i]! < 0 || !Number.isFinite(x)) continue;
    n[place * blocks + blockOf[i]!]!++;
    sum[place * blocks + blockOf[i]!]! += x;
  }
  return { blocks, n, sum };
}

function totals(loss: Float64Array, shift: number, blockOf: BlockOf): Sums {
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
  if (blockOf === null) return { n, sum, squares };
  const blocks = countCells(new Uint8Array(loss.length), null, [0], { loss, shift, blockOf });
  return { n, sum, squares, blocks: { n: blocks.n, sum: blocks.sum } };
}

export interface GroupSumsOptions {
  /** Smallest number of rows of a cell of a pair that is of interest. A cell of two groups has no more rows than either, so groups below it are not paired. Absent: no pairs. */
  readonly pairs?: { readonly minRows: number } | undefined;
  /** Of losses that are compared with other ones: the same for both. Default: their mean (0 for 0/1 losses). */
  readonly shift?: number;
  /** Of losses that are compared with other ones: the same for both. Default: whether these are all 0 or 1. */
  readonly binary?: boolean;
  /** Block (a day) of each row whose rows may go together: columns are then counted by block as well. Default: none. */
  readonly blockOf?: BlockOf;
}

/**
 * Counts a loss by every column and, with `pairs`, by every pair of columns.
 *
 * @param loss one number per row; NaN or infinite: the row has none and is left out.
 */
export function groupSums(columns: readonly SegmentColumn[], loss: Float64Array, options: GroupSumsOptions = {}): GroupSums {
  const { pairs, shift, binary, blockOf = null } = options;
  const kind = lossKind(loss);
  const rates = binary ?? kind.binary;
  const from = rates || kind.rows === 0 ? 0 : (shift ?? kind.mean);
  const singles = columns.map((column, c) => tallyColumn(column, c, loss, from, blockOf));
  return {
    all: totals(loss, from, blockOf),
    shift: from,
    binary: rates,
    singles,
    pairs: pairs ? pairTallies(columns, singles, { loss, shift: from, binary: rates }, pairs.minRows) : [],
    blocksOfPair:
      blockOf === null
        ? null
        : (first, second, cells) => {
            const other = { codes: columns[second]!.codes, groups: columns[second]!.groups.length };
            const { blocks, n, sum } = countCells(columns[first]!.codes, other, cells, { loss, shift: from, blockOf });
            const of = (values: Float64Array, place: number): Float64Array => values.subarray(place * blocks, (place + 1) * blocks);
            return cells.map((_, place) => ({ n: of(n, place), sum: of(sum, place) }));
          },
  };
}
