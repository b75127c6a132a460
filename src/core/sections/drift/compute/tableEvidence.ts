import { type BlockUse, type ColumnEvidence, columnEvidence } from '../../../check/columnEvidence.ts';
import type { NotTestedReason } from '../../../check/verdict.ts';
import type { RowTest } from '../../../check/windowEvidence.ts';
import { blockRowsOfChunks, wholeBlocks } from '../../../read/blockTables.ts';
import type { ColumnLayout } from '../../../read/sortedSide.ts';
import type { BinKind, BlockTable } from '../../../stats/blocks/blockTable.ts';

/** A test that takes rows as independent, or why there is none. */
export interface RowOutcome {
  readonly row: RowTest | null;
  readonly reason: NotTestedReason | null;
}

/** Counts of one side: over all bins, folded as its blocks are, and by block within chunks. */
export interface SideTable {
  readonly counts: Float64Array;
  readonly folded: Float64Array;
  readonly blocks: BlockTable;
  readonly layout: ColumnLayout;
}

export interface ChunkTable {
  readonly counts: Float64Array;
  readonly folded: Float64Array;
  readonly outcome: RowOutcome;
}

/** A column of both sides, counted. */
export interface ColumnTable {
  readonly kind: BinKind;
  readonly reference: SideTable;
  readonly current: SideTable;
  /** The test of the whole. */
  readonly outcome: RowOutcome;
  readonly chunks: readonly ChunkTable[];
}

/** Makes the evidence of a column from its counts, as they lie in the layouts of both sides. */
export function tableEvidence({ kind, reference, current, outcome, chunks }: ColumnTable, use: BlockUse): ColumnEvidence {
  const blocks = use.by === 'blocks';
  const side = ({ counts, folded, blocks: table, layout }: SideTable) => ({
    counts,
    folded,
    blocks: blocks ? wholeBlocks(table, layout) : null,
  });
  const rows = blocks ? blockRowsOfChunks(current.blocks, current.layout) : [];
  return columnEvidence(
    {
      kind,
      reference: side(reference),
      current: { ...side(current), ...outcome },
      chunks: chunks.map(({ counts, folded, outcome: { row, reason } }, i) => ({ counts, folded, blocks: rows[i] ?? [], row, reason })),
    },
    use,
  );
}
