import type { BlockTable } from '../stats/blocks/blockTable.ts';
import type { Tags } from '../stats/kernel/sortKernel.ts';
import type { ColumnLayout, SortedSide } from './sortedSide.ts';

/**
 * Counts an ascending column per block and bin. `ends[bin]` is the place behind the last value of a bin, the last of them the number of values.
 * O(n).
 */
export function blocksOfSorted(side: SortedSide, ends: ArrayLike<number>): BlockTable {
  const { tags, layout } = side;
  const bins = ends.length;
  const counts = new Float64Array(layout.blockCount * bins);
  const { blockOfPart } = layout;
  const perPart = new Float64Array(blockOfPart.length);
  for (let bin = 0, i = 0; bin < bins; bin++) {
    const end = ends[bin]!;
    perPart.fill(0);
    countTags(tags, i, end, perPart);
    i = end;
    for (let part = 0; part < perPart.length; part++) {
      const block = blockOfPart[part]!;
      if (block >= 0) counts[block * bins + bin]! += perPart[part]!;
    }
  }
  return { bins, counts };
}

/** Counts places `from` to `to` by tag. By itself, so that it is compiled once. */
function countTags(tags: Tags | null, from: number, to: number, counts: Float64Array): void {
  if (tags === null) counts[0] = to - from;
  else for (let i = from; i < to; i++) counts[tags[i]!]!++;
}

/** Present and missing rows of each block. */
export function missingBlocks(layout: ColumnLayout, missingPerBlock: Float64Array): BlockTable {
  const counts = new Float64Array(2 * layout.blockCount);
  for (let block = 0; block < layout.blockCount; block++) {
    counts[2 * block] = layout.rowsPerBlock[block]! - missingPerBlock[block]!;
    counts[2 * block + 1] = missingPerBlock[block]!;
  }
  return { bins: 2, counts };
}

/** Blocks of the whole dataset: for groups, the parts of a group in several chunks are added up. */
export function wholeBlocks(table: BlockTable, layout: ColumnLayout): BlockTable {
  const whole = layout.wholeUnits.length;
  if (whole === layout.blockCount) return table;
  const { bins } = table;
  const counts = new Float64Array(whole * bins);
  for (let block = 0; block < layout.blockCount; block++) {
    const to = layout.wholeOfBlock[block]! * bins;
    for (let bin = 0; bin < bins; bin++) counts[to + bin]! += table.counts[block * bins + bin]!;
  }
  return { bins, counts };
}

/** Rows of the blocks of each chunk, in the order of time. O(blocks · bins). */
export function blockRowsOfChunks({ bins, counts }: BlockTable, layout: ColumnLayout): number[][] {
  const rows: number[][] = Array.from({ length: layout.rowsPerChunk.length }, () => []);
  for (let block = 0; block < layout.blockCount; block++) {
    let inBlock = 0;
    for (let bin = 0; bin < bins; bin++) inBlock += counts[block * bins + bin]!;
    if (inBlock > 0) rows[layout.chunkOfBlock[block]!]?.push(inBlock);
  }
  return rows;
}
