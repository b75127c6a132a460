import type { BlockUse } from '../../../check/columnEvidence.ts';
import type { DriftDistances } from '../../../measures/drift/driftMeasure.ts';
import { windowMeasures } from '../../../measures/drift/windowMeasures.ts';
import type { CategoryTable, SideCounts } from '../../../read/categoryTable.ts';
import type { ColumnLayout } from '../../../read/sortedSide.ts';
import type { ChunkAnalysis, ColumnAnalysis } from '../../columnAnalysis.ts';
import type { ChunkSummary } from '../result.ts';
import { categoriesOf, categoryMovement, shownCategories } from './categories.ts';
import { likeOfCategories } from './likeForLike.ts';
import { missingEvidence } from './missingEvidence.ts';
import { type SideTable, tableEvidence } from './tableEvidence.ts';
import { testCategories } from './testCategories.ts';

/** Categories whose shares are drawn over time. */
const sharesOverTime = 6;

/**
 * Analyses a categorical column (or a numeric one of few distinct values): the evidence of every window, every method measured.
 *
 * @param distancesOf what the values of a chunk (null: of the whole) say, where they are numbers.
 */
export function categoryColumn(
  table: CategoryTable,
  referenceLayout: ColumnLayout,
  currentLayout: ColumnLayout,
  use: BlockUse,
  distancesOf: (chunk: number | null) => DriftDistances | null = () => null,
): ColumnAnalysis {
  const { reference, current, fold } = table;
  const shown = shownCategories(table);
  const categories = table.values.length;
  const folded = (counts: Float64Array): Float64Array => {
    const bins = new Float64Array(fold.bins);
    for (let i = 0; i < counts.length; i++) bins[fold.binOf[i]!]! += counts[i]!;
    return bins;
  };
  const side = ({ total, perBlock }: SideCounts, layout: ColumnLayout): SideTable => ({
    counts: total,
    folded: folded(total),
    blocks: { bins: fold.bins, counts: perBlock },
    layout,
  });
  const windows = Array.from({ length: currentLayout.rowsPerChunk.length }, (_, chunk) =>
    current.perChunk.subarray(chunk * categories, (chunk + 1) * categories),
  );
  const measuresOf = (counts: Float64Array, chunk: number | null): ColumnAnalysis['measures'] => {
    const empty = sum(reference.total) === 0 || sum(counts) === 0;
    const sides = { comparedAs: 'category', reference: reference.total, current: counts, row: null } as const;
    return windowMeasures(empty ? null : { ...sides, values: distancesOf(chunk) });
  };
  return {
    treatedAs: 'category',
    values: tableEvidence(
      {
        kind: 'category',
        reference: side(reference, referenceLayout),
        current: side(current, currentLayout),
        outcome: testCategories(reference.total, current.total),
        chunks: windows.map((counts) => ({ counts, folded: folded(counts), outcome: testCategories(reference.total, counts) })),
      },
      use,
    ),
    missing: missingEvidence(reference, current, referenceLayout, currentLayout, use),
    chunks: windows.map((counts, chunk): ChunkAnalysis => {
      const shownCounts = shown.map((i) => counts[i]!);
      return {
        summary: chunkSummary(current, currentLayout, shown, chunk),
        measures: measuresOf(counts, chunk),
        counts: [...shownCounts, sum(counts) - sum(shownCounts)],
      };
    }),
    referenceChunks: Array.from({ length: referenceLayout.rowsPerChunk.length }, (_, chunk) =>
      chunkSummary(reference, referenceLayout, shown, chunk),
    ),
    measures: measuresOf(current.total, null),
    numeric: null,
    categories: categoriesOf(table, shown),
    histogram: null,
    ecdf: null,
    quantileShift: null,
    movement: categoryMovement(table),
    like: likeOfCategories(table),
    shape: { kind: 'category', shares: pooledShares(table) },
    outOfRange: null,
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
