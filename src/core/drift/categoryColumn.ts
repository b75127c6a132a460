import type { ChunkSummary, DecisionRule, Measures } from '../report/report.ts';
import { chiSquareHomogeneity } from '../stats/chiSquareHomogeneity.ts';
import { jensenShannonDistance } from '../stats/jensenShannon.ts';
import { psi } from '../stats/psi.ts';
import { type BlockHistograms, histogramRows, missingRows, wholeBlocks } from './blockHistograms.ts';
import { categoriesOf, categoryMovement, shownCategories } from './categories.ts';
import type { CategoryTable, SideCounts } from './categoryTable.ts';
import type { ChunkAnalysis, ColumnAnalysis, WindowTest } from './columnAnalysis.ts';
import { noMeasures } from './numericMeasures.ts';
import { ownChunkEffect } from './ownChunkEffect.ts';
import type { ColumnLayout } from './sortedSide.ts';
import { testBlocks } from './testBlocks.ts';
import { testCategories } from './testCategories.ts';
import { testMissing } from './testMissing.ts';

/** Categories that the block permutation tells apart; the rest is one more. */
const blockCategories = 49;
/** Categories whose shares are drawn over time. */
const sharesOverTime = 6;

/** Analyses a categorical column (or a numeric one of few distinct values): every window tested, every method measured. */
export function categoryColumn(
  table: CategoryTable,
  referenceLayout: ColumnLayout,
  currentLayout: ColumnLayout,
  rule: DecisionRule,
  resolveTo: number,
): ColumnAnalysis {
  const { reference, current } = table;
  const shown = shownCategories(table);
  const blocks = categoryBlocks(table, referenceLayout, currentLayout);
  const referenceRows = blocks === null ? [] : histogramRows(wholeBlocks(blocks.reference, referenceLayout), null, null);
  const wholeRow = testCategories(reference.total, current.total, rule);
  const chunks = currentLayout.rowsPerChunk.length;
  const categories = table.values.length;
  return {
    treatedAs: 'category',
    whole:
      blocks === null
        ? { test: wholeRow, null: null }
        : testBlocks(wholeRow, referenceRows, histogramRows(wholeBlocks(blocks.current, currentLayout), null, null), rule, resolveTo),
    chunks: Array.from({ length: chunks }, (_, chunk): ChunkAnalysis => {
      const counts = current.perChunk.subarray(chunk * categories, (chunk + 1) * categories);
      const rowTest = testCategories(reference.total, counts, rule);
      const window: WindowTest =
        blocks === null
          ? { test: rowTest, null: null }
          : testBlocks(rowTest, referenceRows, histogramRows(blocks.current, currentLayout.chunkOfBlock, chunk), rule, resolveTo);
      const shownCounts = shown.map((i) => counts[i]!);
      return {
        ...window,
        summary: chunkSummary(current, currentLayout, shown, chunk),
        measures: categoryMeasures(reference.total, counts),
        counts: [...shownCounts, sum(counts) - sum(shownCounts)],
      };
    }),
    referenceChunks: Array.from({ length: referenceLayout.rowsPerChunk.length }, (_, chunk) =>
      chunkSummary(reference, referenceLayout, shown, chunk),
    ),
    ownChunkEffect: ownChunkEffect(
      reference.total,
      Array.from({ length: referenceLayout.rowsPerChunk.length }, (_, c) =>
        reference.perChunk.subarray(c * categories, (c + 1) * categories),
      ),
      rule,
    ),
    missingP: testMissing(
      { missing: reference.missing, rows: reference.rows },
      { missing: current.missing, rows: current.rows },
      blocks === null
        ? null
        : {
            reference: missingRows(wholeBlocks(blocks.reference, referenceLayout), null, null),
            current: missingRows(wholeBlocks(blocks.current, currentLayout), null, null),
          },
      rule,
      resolveTo,
    ),
    measures: categoryMeasures(reference.total, current.total),
    numeric: null,
    categories: categoriesOf(table, shown),
    histogram: null,
    ecdf: null,
    quantileShift: null,
    movement: categoryMovement(table),
    shape: { kind: 'category', shares: pooledShares(table) },
    outOfRange: null,
  };
}

function categoryBlocks(
  table: CategoryTable,
  referenceLayout: ColumnLayout,
  currentLayout: ColumnLayout,
): { readonly reference: BlockHistograms; readonly current: BlockHistograms } | null {
  if (referenceLayout.blockCount === 0 || currentLayout.blockCount === 0) return null;
  const categories = table.values.length;
  const order = Array.from({ length: categories }, (_, i) => i).sort(
    (a, b) => table.reference.total[b]! + table.current.total[b]! - table.reference.total[a]! - table.current.total[a]!,
  );
  const bins = Math.min(categories, blockCategories + 1);
  const binOfCategory = new Int32Array(categories);
  order.forEach((category, rank) => {
    binOfCategory[category] = Math.min(rank, bins - 1);
  });
  const fold = (side: SideCounts, layout: ColumnLayout): BlockHistograms => {
    const counts = new Float64Array(layout.blockCount * bins);
    for (let block = 0; block < layout.blockCount; block++) {
      for (let i = 0; i < categories; i++) counts[block * bins + binOfCategory[i]!]! += side.perBlock[block * categories + i]!;
    }
    return { bins, counts, missing: side.missingPerBlock };
  };
  return { reference: fold(table.reference, referenceLayout), current: fold(table.current, currentLayout) };
}

function categoryMeasures(reference: Float64Array, current: Float64Array): Measures {
  if (sum(reference) === 0 || sum(current) === 0) return noMeasures;
  const { statistic, df, p, cramersV } = chiSquareHomogeneity(reference, current);
  return {
    ...noMeasures,
    psi: psi(reference, current),
    jensenShannon: jensenShannonDistance(reference, current, 2),
    chiSquare: df > 0 ? { statistic, df, p, cramersV } : null,
  };
}

function chunkSummary(side: SideCounts, layout: ColumnLayout, shown: readonly number[], chunk: number): ChunkSummary {
  const rows = layout.rowsPerChunk[chunk]!;
  const categories = side.total.length;
  const counts = side.perChunk.subarray(chunk * categories, (chunk + 1) * categories);
  const present = sum(counts);
  return {
    chunk,
    rows,
    missingShare: rows === 0 ? 0 : side.missingPerChunk[chunk]! / rows,
    quartiles: null,
    shares: present === 0 ? null : shown.slice(0, sharesOverTime).map((i) => counts[i]! / present),
  };
}

function pooledShares(table: CategoryTable): number[] {
  const rows = sum(table.reference.total) + sum(table.current.total);
  if (rows === 0) return [];
  return Array.from(table.reference.total, (c, i) => (c + table.current.total[i]!) / rows);
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
