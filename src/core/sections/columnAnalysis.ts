import type { ColumnEvidence } from '../check/columnEvidence.ts';
import type { MoveKind } from '../stats/tests/sampleSize.ts';
import type { LikeColumn } from './drift/compute/likeForLike.ts';
import type { Categories, ChunkCell, ChunkSummary, Ecdf, Histogram, Movement, NumericSummary } from './drift/result.ts';

export interface ChunkAnalysis {
  readonly summary: ChunkSummary;
  readonly measures: ChunkCell['measures'];
  readonly counts: readonly number[];
}

/** Everything measured on one column before the family of columns is known. */
export interface ColumnAnalysis {
  readonly treatedAs: 'number' | 'category';
  /** What decides about its values, and about what is missing. */
  readonly values: ColumnEvidence;
  readonly missing: ColumnEvidence;
  readonly chunks: readonly ChunkAnalysis[];
  readonly referenceChunks: readonly ChunkSummary[];
  readonly measures: ChunkCell['measures'];
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
  /** Like for like; null where the calendars of both sides are alike, or hold too little in common. */
  readonly like: LikeColumn | null;
  /** Shape of the values, for the question how small a move would have been seen. */
  readonly shape: MoveKind;
  readonly outOfRange: OutOfRange | null;
}

/** Values of current outside the reference's range; `expected` is what chance alone would give on each side of it. */
export interface OutOfRange {
  readonly below: number;
  readonly above: number;
  readonly expected: number;
  readonly min: number;
  readonly max: number;
}
