import type { Tags } from '../stats/sortKernel.ts';
import type { ColumnLayout, SortedSide } from './sortedSide.ts';

/** Counts per block and bin of one side, blocks × bins, row by row; and the missing rows per block. */
export interface BlockHistograms {
  readonly bins: number;
  readonly counts: Float64Array;
  readonly missing: Float64Array;
}

/**
 * Counts an ascending column per block and bin. `ends[bin]` is the place behind the last value of a bin, the last of them the number of values.
 * O(n).
 */
export function blockHistogramsOfSorted(side: SortedSide, ends: ArrayLike<number>): BlockHistograms {
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
  return { bins, counts, missing: side.missingPerBlock };
}

/** Counts places `from` to `to` by tag. By itself, so that it is compiled once. */
function countTags(tags: Tags | null, from: number, to: number, counts: Float64Array): void {
  if (tags === null) counts[0] = to - from;
  else for (let i = from; i < to; i++) counts[tags[i]!]!++;
}

/** Blocks of the whole dataset: for groups, parts of a group in several chunks are added up. */
export function wholeBlocks(histograms: BlockHistograms, layout: ColumnLayout): BlockHistograms {
  if (layout.wholeBlockCount === layout.blockCount) return histograms;
  const { bins } = histograms;
  const wholeOf = new Int32Array(layout.blockCount).fill(-1);
  for (let part = 0; part < layout.blockOfPart.length; part++) {
    const block = layout.blockOfPart[part]!;
    if (block >= 0) wholeOf[block] = layout.wholeBlockOfPart[part]!;
  }
  const counts = new Float64Array(layout.wholeBlockCount * bins);
  const missing = new Float64Array(layout.wholeBlockCount);
  for (let block = 0; block < layout.blockCount; block++) {
    const whole = wholeOf[block]!;
    for (let bin = 0; bin < bins; bin++) counts[whole * bins + bin]! += histograms.counts[block * bins + bin]!;
    missing[whole]! += histograms.missing[block]!;
  }
  return { bins, counts, missing };
}

/** Rows of the blocks that have any value, as the block permutation takes them; `chunk` limits them to one chunk. */
export function histogramRows(histograms: BlockHistograms, chunkOfBlock: Int16Array | null, chunk: number | null): Float64Array[] {
  const { bins, counts } = histograms;
  const rows: Float64Array[] = [];
  for (let block = 0; block * bins < counts.length; block++) {
    if (chunk !== null && chunkOfBlock?.[block] !== chunk) continue;
    const row = counts.subarray(block * bins, (block + 1) * bins);
    if (row.some((c) => c > 0)) rows.push(row);
  }
  return rows;
}

/** Present and missing rows of each block, for the block permutation of the missing share. */
export function missingRows(histograms: BlockHistograms, chunkOfBlock: Int16Array | null, chunk: number | null): Float64Array[] {
  const { bins, counts, missing } = histograms;
  const rows: Float64Array[] = [];
  for (let block = 0; block < missing.length; block++) {
    if (chunk !== null && chunkOfBlock?.[block] !== chunk) continue;
    let present = 0;
    for (let bin = 0; bin < bins; bin++) present += counts[block * bins + bin]!;
    if (present + missing[block]! > 0) rows.push(Float64Array.of(present, missing[block]!));
  }
  return rows;
}
