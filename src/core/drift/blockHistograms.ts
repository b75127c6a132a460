import type { RowLayout } from '../chunks/rowLayout.ts';

/** Counts per block and bin of one side, blocks × bins, row by row; and the missing rows per block. */
export interface BlockHistograms {
  readonly bins: number;
  readonly counts: Float64Array;
  readonly missing: Float64Array;
}

/**
 * Counts a numeric column per block and bin. `binOf` maps a finite value to its bin. NaN counts as missing, ±Infinity is left out. O(n · binOf).
 */
export function blockHistogramsOfNumbers(
  column: Float64Array,
  layout: RowLayout,
  bins: number,
  binOf: (x: number) => number,
): BlockHistograms {
  const counts = new Float64Array(layout.blockCount * bins);
  const missing = new Float64Array(layout.blockCount);
  for (let i = 0; i < column.length; i++) {
    const block = layout.blockOfPart[layout.partOf === null ? 0 : layout.partOf[i]!]!;
    if (block < 0) continue;
    const x = column[i]!;
    if (Number.isFinite(x)) counts[block * bins + binOf(x)]!++;
    else if (Number.isNaN(x)) missing[block]!++;
  }
  return { bins, counts, missing };
}

/** Blocks of the whole dataset: for groups, parts of a group in several chunks are added up. */
export function wholeBlocks(histograms: BlockHistograms, layout: RowLayout): BlockHistograms {
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
