import type { RowLayout } from '../chunks/rowLayout.ts';

/** Finite values of a column, grouped by chunk, each run ascending; and what was left out per chunk. */
export interface ChunkRuns {
  /** All runs one behind another; rows in no chunk come last. A view of the caller's scratch space. */
  readonly values: Float64Array;
  /** Run of chunk c is values.subarray(starts[c], starts[c + 1]); one more run for rows in no chunk. */
  readonly starts: Int32Array;
  /** Rows with NaN (null, NaN, unreadable) per chunk. */
  readonly missing: Float64Array;
}

/** Puts the finite values of a column into ascending runs, one per chunk. `scratch` must hold as many values as there are rows. O(n log n). */
export function chunkRuns(column: Float64Array, layout: RowLayout, scratch: Float64Array): ChunkRuns {
  const chunks = layout.rowsPerChunk.length;
  const starts = new Int32Array(chunks + 2);
  const missing = new Float64Array(chunks);
  const { partOf, chunkOfPart } = layout;
  for (let i = 0; i < column.length; i++) {
    const chunk = chunkOfPart[partOf === null ? 0 : partOf[i]!]!;
    const x = column[i]!;
    if (Number.isFinite(x)) starts[(chunk < 0 ? chunks : chunk) + 1]!++;
    else if (chunk >= 0 && Number.isNaN(x)) missing[chunk]!++;
  }
  for (let c = 0; c <= chunks; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  for (let i = 0; i < column.length; i++) {
    const x = column[i]!;
    if (!Number.isFinite(x)) continue;
    const chunk = chunkOfPart[partOf === null ? 0 : partOf[i]!]!;
    // -0 and 0 are one value to every method.
    scratch[next[chunk < 0 ? chunks : chunk]!++] = x + 0;
  }
  for (let c = 0; c <= chunks; c++) scratch.subarray(starts[c]!, starts[c + 1]!).sort();
  return { values: scratch.subarray(0, starts[chunks + 1]!), starts, missing };
}
