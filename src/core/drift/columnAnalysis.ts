import type { Categories, ChunkSummary, Ecdf, Histogram, Measures, Movement, NumericSummary } from '../report/report.ts';
import type { CellTest } from './cellTest.ts';
import type { BlockNull } from './testBlocks.ts';

/** A test with what its permutations said, if blocks were used. */
export interface WindowTest {
  readonly test: CellTest;
  readonly null: BlockNull | null;
}

export interface ChunkAnalysis extends WindowTest {
  readonly summary: ChunkSummary;
  readonly measures: Measures;
  readonly counts: readonly number[];
}

/** Shape of the values, for the question how small a move would have been seen. */
export type ValueShape = { readonly kind: 'number' } | { readonly kind: 'category'; readonly shares: readonly number[] };

/** Everything measured on one column before the family of tests is known. */
export interface ColumnAnalysis {
  readonly treatedAs: 'number' | 'category';
  readonly whole: WindowTest;
  readonly chunks: readonly ChunkAnalysis[];
  readonly referenceChunks: readonly ChunkSummary[];
  /** Largest corrected effect of a reference chunk against the whole reference; null with fewer than 3 chunks of enough rows. */
  readonly ownChunkEffect: number | null;
  readonly missingP: number | null;
  readonly measures: Measures;
  readonly numeric: { readonly reference: NumericSummary; readonly current: NumericSummary } | null;
  readonly categories: Categories | null;
  readonly histogram: Histogram | null;
  readonly ecdf: Ecdf | null;
  readonly quantileShift: {
    readonly probabilities: readonly number[];
    readonly reference: readonly number[];
    readonly current: readonly number[];
  } | null;
  readonly movement: Movement;
  readonly shape: ValueShape;
  readonly outOfRange: OutOfRange | null;
}

/** Values of current outside the reference's range; `expected` is what chance alone would give. */
export interface OutOfRange {
  readonly below: number;
  readonly above: number;
  readonly expected: number;
  readonly min: number;
  readonly max: number;
}
