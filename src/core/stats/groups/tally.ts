import type { Sums } from './sums.ts';

/** Rows, sum and sum of squares of a loss by cell. Cell of a pair: group of the first column · groups of the second + group of the second. */
export interface Tally {
  /** Index of the column, and of the second one; −1 for a single column. */
  readonly first: number;
  readonly second: number;
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  /** Rows and sums by block, cells × blocks; absent where they were not counted. */
  readonly byBlock?: { readonly blocks: number; readonly n: Float64Array; readonly sum: Float64Array };
}

export function emptyTally(first: number, second: number, cells: number): Tally {
  return { first, second, n: new Float64Array(cells), sum: new Float64Array(cells), squares: new Float64Array(cells) };
}

/** Sums of one cell. */
export function cellSums(tally: Tally, cell: number): Sums {
  const { byBlock } = tally;
  const sums = { n: tally.n[cell]!, sum: tally.sum[cell]!, squares: tally.squares[cell]! };
  if (byBlock === undefined) return sums;
  const of = (values: Float64Array): Float64Array => values.subarray(cell * byBlock.blocks, (cell + 1) * byBlock.blocks);
  return { ...sums, blocks: { n: of(byBlock.n), sum: of(byBlock.sum) } };
}
