import { decideColumns } from '../../../src/core/check/columnDecision.ts';
import { type CountedColumn, columnEvidence } from '../../../src/core/check/columnEvidence.ts';
import { sharedCorrelation } from '../../../src/core/check/sharedCorrelation.ts';
import { testWindow, type WindowResult } from '../../../src/core/check/testWindow.ts';
import type { WindowEvidence } from '../../../src/core/check/windowEvidence.ts';
import { type BlockTable, blockRows, sumBlocks } from '../../../src/core/stats/blocks/blockTable.ts';
import { foldCategories } from '../../../src/core/stats/samples/foldCategories.ts';
import { type Adapter, value } from '../golden.ts';

interface GoldenColumn {
  readonly kind: 'number' | 'category';
  readonly reference: readonly (readonly number[])[];
  readonly current: readonly (readonly number[])[];
}

interface GoldenBlocks {
  readonly ordered: boolean;
  readonly phases: readonly number[] | null;
}

function tableOf(rows: readonly (readonly number[])[], binOf: ArrayLike<number>, bins: number): BlockTable {
  const counts = new Float64Array(rows.length * bins);
  rows.forEach((row, block) => {
    row.forEach((count, bin) => {
      counts[block * bins + binOf[bin]!]! += count;
    });
  });
  return { bins, counts };
}

/** A column as the product counts it: all bins for the effect, the folded ones for the blocks. */
function counted({ kind, reference, current }: GoldenColumn, chunkOf: readonly number[]): CountedColumn {
  const own = Array.from(reference[0]!, (_, bin) => bin);
  const all = { reference: tableOf(reference, own, own.length), current: tableOf(current, own, own.length) };
  const fold = kind === 'number' ? { binOf: own, bins: own.length } : foldCategories(sumBlocks(all.reference));
  const side = (rows: GoldenColumn['reference'], table: BlockTable) => {
    const blocks = tableOf(rows, fold.binOf, fold.bins);
    return { counts: sumBlocks(table), folded: sumBlocks(blocks), blocks };
  };
  const chunks = Math.max(...chunkOf) + 1;
  return {
    kind,
    reference: side(reference, all.reference),
    current: { ...side(current, all.current), row: null, reason: null },
    chunks: Array.from({ length: chunks }, (_, chunk) => {
      const part = current.filter((_, block) => chunkOf[block] === chunk);
      const { counts, folded, blocks } = side(part, tableOf(part, own, own.length));
      return { counts, folded, blocks: blockRows(blocks), row: null, reason: null };
    }),
  };
}

function answer({ rows }: WindowEvidence, { p, effect, reason, blocks }: WindowResult): Record<string, unknown> {
  const decided = p === null ? null : effect;
  return {
    rows,
    p,
    F: blocks?.f ?? null,
    nu1: blocks?.nu1 ?? null,
    nu2: blocks?.nu2 ?? null,
    phi: blocks?.phi ?? null,
    effect: decided,
    reason,
    runWindow: blocks?.runWindow ?? null,
    runReference: blocks?.runReference ?? null,
  };
}

/** The decision by blocks end to end: tables of counts → evidence → shared correlation → tests → columns. */
export const columnDecision: Adapter = ({ input, params }) => {
  const { ordered, phases } = input.blocks as GoldenBlocks;
  const limit = Number(params.effect);
  const evidence = (input.columns as GoldenColumn[]).map((column) =>
    columnEvidence(counted(column, input.chunkOf as number[]), {
      ordered,
      phases,
      by: 'blocks',
      single: false,
      minRows: Number(params.minRows),
    }),
  );
  const shared = sharedCorrelation(evidence.map(({ correlation }) => correlation));
  const tested = evidence.map(({ whole, chunks }) => ({
    limit,
    whole: testWindow(whole, shared),
    chunks: chunks.map((chunk) => testWindow(chunk, shared)),
  }));
  const decided = decideColumns(tested, { q: Number(params.q), watchP: 0.05 });
  return value({
    shared,
    columns: decided.columns.map(({ p, q, verdict, wholeMarked, chunkMarked }, i) => ({
      whole: answer(evidence[i]!.whole, tested[i]!.whole),
      chunks: tested[i]!.chunks.map((chunk, c) => answer(evidence[i]!.chunks[c]!, chunk)),
      pColumn: p,
      q,
      verdict,
      wholeAlert: wholeMarked,
      chunkAlerts: chunkMarked,
    })),
  });
};
