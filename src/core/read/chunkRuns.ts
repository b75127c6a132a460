import type { SortedSide } from './sortedSide.ts';

/** Finite values of a column, grouped by chunk, each run ascending. */
export interface ChunkRuns {
  readonly values: Float64Array;
  /** What `ranks` said of each value, moved along with it; null when there was none. */
  readonly ranks: Int32Array | null;
  /** Run of chunk c is values.subarray(starts[c], starts[c + 1]). */
  readonly starts: Int32Array;
}

/** Deals the sorted values out to their chunks, into `values`; `ranks` (one per sorted value) go along into `movedRanks`. O(n). */
export function chunkRuns(side: SortedSide, values: Float64Array, ranks: Int32Array | null, movedRanks: Int32Array | null): ChunkRuns {
  const { sorted, tags, layout } = side;
  const chunks = layout.rowsPerChunk.length;
  const starts = new Int32Array(chunks + 1);
  if (tags === null || chunks === 0) return { values, ranks: movedRanks, starts };
  const { chunkOfPart } = layout;
  const perPart = new Int32Array(chunkOfPart.length);
  for (let i = 0; i < tags.length; i++) perPart[tags[i]!]!++;
  for (let part = 0; part < perPart.length; part++) {
    const chunk = chunkOfPart[part]!;
    if (chunk >= 0) starts[chunk + 1]! += perPart[part]!;
  }
  for (let c = 0; c < chunks; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  for (let i = 0; i < sorted.length; i++) {
    const chunk = chunkOfPart[tags[i]!]!;
    if (chunk < 0) continue;
    const at = next[chunk]!;
    next[chunk] = at + 1;
    values[at] = sorted[i]!;
    if (ranks !== null) movedRanks![at] = ranks[i]!;
  }
  return { values, ranks: ranks === null ? null : movedRanks, starts };
}

/** Ascending values of one chunk. */
export function runOf(runs: ChunkRuns, chunk: number): Float64Array {
  return runs.values.subarray(runs.starts[chunk]!, runs.starts[chunk + 1]!);
}
