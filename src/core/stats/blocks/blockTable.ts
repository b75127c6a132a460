/**
 * Counts of one side of a column, blocks × bins, row by row, blocks in time order. A block is the smallest unit of rows that may belong together: a
 * day, an hour, a group.
 */
export interface BlockTable {
  readonly bins: number;
  readonly counts: Float64Array;
}

/**
 * How bins are looked at: `number`, as ordered (their cumulated shares are the features); `category`, each by itself, in the order of their
 * reference count, the last of them holding whatever has no bin of its own.
 */
export type BinKind = 'number' | 'category';

/** Rows of each block. O(blocks · bins). */
export function blockRows({ bins, counts }: BlockTable): Float64Array {
  const rows = new Float64Array(counts.length / bins);
  for (let block = 0; block < rows.length; block++) for (let bin = 0; bin < bins; bin++) rows[block]! += counts[block * bins + bin]!;
  return rows;
}

/** Sum of the blocks `from … to` (exclusive). O(blocks · bins). */
export function sumBlocks({ bins, counts }: BlockTable, from = 0, to = counts.length / bins): Float64Array {
  const sum = new Float64Array(bins);
  for (let block = from; block < to; block++) for (let bin = 0; bin < bins; bin++) sum[bin]! += counts[block * bins + bin]!;
  return sum;
}
