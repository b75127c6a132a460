import type { SortedComparison } from '../stats/kernel/sortKernel.ts';
import { type WindowReference, windowReference } from '../stats/tests/windowReference.ts';
import { type ChunkRuns, chunkRuns } from './chunkRuns.ts';
import type { SortedSide, SortSpace } from './sortedSide.ts';

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

/** Compares two sides that were sorted in `space`. Uses the free buffers of both. O(n + m). */
export function sortedPair(reference: SortedSide, current: SortedSide, space: SortSpace): SortedPair {
  const compared = reference.sorted.length > 0 && current.sorted.length > 0;
  const windows = compared && current.layout.rowsPerChunk.length > 0;
  const whole = compared ? space.kernel.compare(reference.sorted.length, current.sorted.length) : null;
  return {
    reference,
    current,
    whole,
    window: windows ? windowReference(reference.sorted, reference.free) : null,
    currentRuns: chunkRuns(
      current,
      current.free,
      windows ? space.kernel.places : null,
      windows ? space.movedPlaces(current.layout.rows) : null,
    ),
  };
}

/** How many reference values lie below each value of a chunk. */
export function runRanks(runs: ChunkRuns, chunk: number): Int32Array {
  return runs.ranks!.subarray(runs.starts[chunk]!, runs.starts[chunk + 1]!);
}
