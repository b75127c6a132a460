import type { BlockUse, ColumnEvidence } from '../../../check/columnEvidence.ts';
import { missingBlocks } from '../../../read/blockTables.ts';
import type { ColumnLayout } from '../../../read/sortedSide.ts';
import { fisherExact } from '../../../stats/tests/fisherExact.ts';
import { type ChunkTable, type RowOutcome, type SideTable, tableEvidence } from './tableEvidence.ts';

/** Rows of one side of a column without a value. */
export interface MissingSide {
  readonly missing: number;
  readonly missingPerChunk: Float64Array;
  readonly missingPerBlock: Float64Array;
}

/** The evidence on the share of missing values: a table of two bins, present and missing, judged as values are. Rows are tested by Fisher's exact test. */
export function missingEvidence(
  reference: MissingSide,
  current: MissingSide,
  referenceLayout: ColumnLayout,
  currentLayout: ColumnLayout,
  use: BlockUse,
): ColumnEvidence {
  const counts = (rows: number, missing: number): Float64Array => Float64Array.of(rows - missing, missing);
  const side = ({ missing, missingPerBlock }: MissingSide, layout: ColumnLayout): SideTable => {
    const both = counts(layout.rows, missing);
    return { counts: both, folded: both, blocks: missingBlocks(layout, missingPerBlock), layout };
  };
  const before = side(reference, referenceLayout);
  const after = side(current, currentLayout);
  const outcome = (window: Float64Array): RowOutcome => ({
    row: { p: fisherExact(before.counts[0]!, before.counts[1]!, window[0]!, window[1]!).p, test: 'fisher_exact', statistic: null },
    reason: null,
  });
  // Where nothing is missing on either side the whole says it all.
  const none = reference.missing + current.missing === 0;
  const chunks = Array.from({ length: none ? 0 : currentLayout.rowsPerChunk.length }, (_, chunk): ChunkTable => {
    const window = counts(currentLayout.rowsPerChunk[chunk]!, current.missingPerChunk[chunk]!);
    return { counts: window, folded: window, outcome: outcome(window) };
  });
  return tableEvidence({ kind: 'category', reference: before, current: after, outcome: outcome(after.counts), chunks }, use);
}
