import type { BinKind } from '../stats/blocks/blockTable.ts';
import { type MoveEvidence, moveEvidence } from '../stats/distances/movedShare.ts';
import { type BlockEvidence, blockEvidence } from './blockEvidence.ts';
import type { ReferenceRuns } from './referenceRuns.ts';
import type { NotTestedReason, TestName } from './verdict.ts';

/** A test that takes rows as independent. */
export interface RowTest {
  readonly p: number;
  readonly test: TestName;
  readonly statistic: number | null;
}

/** Everything that decides about one window of a column, before the correlation that all columns share is known. */
export interface WindowEvidence {
  /** Usable rows. */
  readonly rows: number;
  readonly referenceRows: number;
  /** Why the window is not tested; null when it is. */
  readonly reason: NotTestedReason | null;
  readonly row: RowTest | null;
  /** Null where a side has too few rows. */
  readonly move: MoveEvidence | null;
  /** Null where rows are taken as independent. */
  readonly blocks: BlockEvidence | null;
}

/** The reference of a column, as windows are compared with it. */
export interface ReferenceEvidence {
  readonly kind: BinKind;
  /** Counts of all of its rows, over all bins; and as bins are folded for the tests by block. */
  readonly counts: Float64Array;
  readonly folded: Float64Array;
  /** Null where rows are taken as independent. */
  readonly runs: ReferenceRuns | null;
  readonly minRows: number;
}

/** A window of current: its counts over all bins and as folded, and the rows of its blocks in time order. */
export interface Window {
  readonly counts: Float64Array;
  readonly folded: Float64Array;
  readonly blocks: ArrayLike<number>;
}

/** Collects what decides about a window. `reason`: why it must not be tested though it has the rows. */
export function windowEvidence(
  reference: ReferenceEvidence,
  window: Window,
  row: RowTest | null,
  reason: NotTestedReason | null = null,
): WindowEvidence {
  const rows = total(window.counts);
  const referenceRows = total(reference.counts);
  const sizes = { rows, referenceRows };
  if (rows < reference.minRows || referenceRows < reference.minRows)
    return { ...sizes, reason: rows + referenceRows === 0 ? 'all_null' : 'too_few_rows', row: null, move: null, blocks: null };
  const move = moveEvidence(reference.counts, window.counts);
  if (reason !== null) return { ...sizes, reason, row, move, blocks: null };
  const { runs, kind, folded } = reference;
  const blocks = runs === null ? null : blockEvidence(kind, runs, folded, { counts: window.folded, rows: window.blocks });
  return { ...sizes, reason: null, row, move, blocks };
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}
