import { compareSorted, type SortedComparison } from '../stats/compareSorted.ts';
import { type WindowReference, windowReference } from '../stats/windowReference.ts';
import { type ChunkRuns, chunkRuns } from './chunkRuns.ts';
import type { SortedSide } from './sortedSide.ts';

/** Both sides of a numeric column in order, compared as wholes and ready for their windows. */
export interface SortedPair {
  readonly reference: SortedSide;
  readonly current: SortedSide;
  /** Null when a side has no finite value. */
  readonly whole: SortedComparison | null;
  /** Null when there are no windows, or nothing to compare them with. */
  readonly window: WindowReference | null;
  readonly currentRuns: ChunkRuns;
}

/** Compares two sorted sides; `ranks` are two buffers of a place for each row of current. Uses the free buffers of both sides. O(n + m). */
export function sortedPair(reference: SortedSide, current: SortedSide, ranks: () => readonly [Int32Array, Int32Array]): SortedPair {
  const compared = reference.sorted.length > 0 && current.sorted.length > 0;
  const windows = compared && current.layout.rowsPerChunk.length > 0;
  const [below, moved] = windows ? ranks() : [null, null];
  const whole = compared ? compareSorted(reference.sorted, current.sorted, below) : null;
  return {
    reference,
    current,
    whole,
    window: windows ? windowReference(reference.sorted, reference.free) : null,
    currentRuns: chunkRuns(current, current.free, below, moved),
  };
}

/** How many reference values lie below each value of a chunk. */
export function runRanks(runs: ChunkRuns, chunk: number): Int32Array {
  return runs.ranks!.subarray(runs.starts[chunk]!, runs.starts[chunk + 1]!);
}
