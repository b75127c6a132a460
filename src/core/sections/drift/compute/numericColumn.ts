import type { BlockUse } from '../../../check/columnEvidence.ts';
import type { DecisionRule } from '../../../check/verdict.ts';
import type { RowTest } from '../../../check/windowEvidence.ts';
import type { DriftWindow } from '../../../measures/drift/driftMeasure.ts';
import { windowMeasures } from '../../../measures/drift/windowMeasures.ts';
import { blocksOfSorted } from '../../../read/blockTables.ts';
import { type ChunkRuns, chunkRuns, runOf } from '../../../read/chunkRuns.ts';
import { type ReferenceSample, referenceSample } from '../../../read/referenceSample.ts';
import { searchSorted } from '../../../read/searchSorted.ts';
import { runRanks, sortedPair } from '../../../read/sortedPair.ts';
import { type ColumnLayout, type SortedSide, type SortSpace, sortSide } from '../../../read/sortedSide.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import { countInBins } from '../../../stats/samples/quantileBins.ts';
import { robustScale } from '../../../stats/samples/robustScale.ts';
import { compareWindow, type WindowComparison } from '../../../stats/tests/compareWindow.ts';
import type { ChunkAnalysis, ColumnAnalysis, OutOfRange } from '../../columnAnalysis.ts';
import type { ChunkSummary } from '../result.ts';
import { countDistinct } from './countDistinct.ts';
import { discreteColumn } from './discreteColumn.ts';
import { ecdf } from './ecdf.ts';
import { countOnEdges, histogram } from './histogram.ts';
import { likeNumbers, likeOfNumbers } from './likeForLike.ts';
import { missingEvidence } from './missingEvidence.ts';
import { numericMovement } from './numericMovement.ts';
import { numericSummary } from './numericSummary.ts';
import { quantileShift } from './quantileShift.ts';
import { type RowOutcome, type SideTable, tableEvidence } from './tableEvidence.ts';

/** A numeric column of both sides: values in file order and their layouts. */
export interface NumberPair {
  readonly reference: Float64Array;
  readonly current: Float64Array;
  readonly referenceLayout: ColumnLayout;
  readonly currentLayout: ColumnLayout;
}

/**
 * Analyses a numeric column: every window tested, every method measured, every picture counted; as categories when there are few distinct values.
 * The values of `pair` are overwritten. O(n + m) in rows: each side is sorted once, and a window costs what it holds.
 */
export function numericColumn(pair: NumberPair, rule: DecisionRule, use: BlockUse, space: SortSpace): ColumnAnalysis {
  space.reserve(pair.referenceLayout, pair.currentLayout);
  const referenceSide = sortSide(pair.reference, pair.referenceLayout, space, 0);
  const currentSide = sortSide(pair.current, pair.currentLayout, space, 1);
  // Before the tags of current are moved about.
  const like = likeNumbers(referenceSide, currentSide);
  const pooled = countDistinct(referenceSide.sorted, currentSide.sorted, rule.maxDistinctAsCategory);
  if (pooled <= rule.maxDistinctAsCategory) return discreteColumn(sortedPair(referenceSide, currentSide, space), use, like);
  const reference = referenceSample(referenceSide.sorted, rule);
  const referenceChunks = chunkSummaries(referenceSide);
  const before = sideTable(referenceSide, reference, reference.counts);
  const after = sideTable(currentSide, reference, countInBins(currentSide.sorted, reference.edges));
  const { current, whole, window, currentRuns } = sortedPair(referenceSide, currentSide, space);
  const scale = robustScale(reference.sorted);
  const wholeRow = rowTest(whole);
  const windowOf = (m: number, compared: WindowComparison | null, counts: Float64Array, row: RowTest | null): DriftWindow | null =>
    compared === null
      ? null
      : {
          comparedAs: 'number',
          reference: reference.counts,
          current: counts,
          values: { n: reference.sorted.length, m, d: compared.d, wasserstein: compared.wasserstein, scale },
          row,
        };
  const picture = reference.sorted.length + current.sorted.length > 0 ? histogram(reference.sorted, current.sorted) : null;
  const edges = picture === null ? null : Float64Array.from(picture.edges);
  const windows = Array.from({ length: currentSide.layout.rowsPerChunk.length }, (_, chunk) => {
    const values = runOf(currentRuns, chunk);
    const compared = window === null || values.length === 0 ? null : compareWindow(window, values, runRanks(currentRuns, chunk));
    return { values, compared, counts: countInBins(values, reference.edges), row: rowTest(compared) };
  });
  return {
    treatedAs: 'number',
    values: tableEvidence(
      {
        kind: 'number',
        reference: before,
        current: after,
        outcome: outcome(wholeRow),
        chunks: windows.map(({ counts, row }) => ({ counts, folded: counts, outcome: outcome(row) })),
      },
      use,
    ),
    missing: missingEvidence(referenceSide, currentSide, referenceSide.layout, currentSide.layout, use),
    chunks: windows.map(
      ({ values, compared, counts, row }, chunk): ChunkAnalysis => ({
        summary: numericChunkSummary(currentRuns, currentSide, chunk),
        measures: windowMeasures(windowOf(values.length, compared, counts, row)),
        counts: edges === null ? [] : countOnEdges(values, edges),
      }),
    ),
    referenceChunks,
    measures: windowMeasures(windowOf(current.sorted.length, whole, after.counts, wholeRow)),
    numeric: { reference: numericSummary(reference.sorted), current: numericSummary(current.sorted) },
    categories: null,
    histogram: picture,
    ecdf: whole !== null ? ecdf(reference.sorted, current.sorted, whole.at) : null,
    quantileShift: whole !== null ? quantileShift(reference.sorted, current.sorted) : null,
    movement: numericMovement(reference.sorted, current.sorted, scale),
    like: like === null ? null : likeOfNumbers(like, reference.edges, scale),
    shape: { kind: 'number' },
    outOfRange: outOfRange(reference.sorted, current.sorted),
  };
}

/** The Anderson-Darling test of a window; null when a side is empty. */
function rowTest(compared: { readonly a2: number; readonly p: number } | null): RowTest | null {
  return compared === null ? null : { p: compared.p, test: 'anderson_darling', statistic: compared.a2 };
}

function outcome(row: RowTest | null): RowOutcome {
  return { row, reason: null };
}

/** Counts on the bins of the effect, which are those of the blocks. */
function sideTable(side: SortedSide, { edges }: ReferenceSample, counts: Float64Array): SideTable {
  const ends = [...Array.from(edges, (edge) => searchSorted(side.sorted, edge, 'right')), side.sorted.length];
  return { counts, folded: counts, blocks: blocksOfSorted(side, ends), layout: side.layout };
}

/** What is told of a side's own chunks. Their runs stand in the free buffer only as long as this takes. */
function chunkSummaries(side: SortedSide): readonly ChunkSummary[] {
  const runs = chunkRuns(side, side.free, null, null);
  return Array.from({ length: side.layout.rowsPerChunk.length }, (_, chunk) => numericChunkSummary(runs, side, chunk));
}

function numericChunkSummary(runs: ChunkRuns, { layout, missingPerChunk }: SortedSide, chunk: number): ChunkSummary {
  const values = runOf(runs, chunk);
  const rows = layout.rowsPerChunk[chunk]!;
  return {
    chunk,
    rows,
    missingShare: rows === 0 ? 0 : missingPerChunk[chunk]! / rows,
    quartiles: values.length === 0 ? null : [quantileSorted(values, 0.25), quantileSorted(values, 0.5), quantileSorted(values, 0.75)],
    shares: null,
  };
}

/** A new value lies above all of n reference values with probability 1 / (n + 1), and below them with the same. */
function outOfRange(reference: Float64Array, current: Float64Array): OutOfRange | null {
  if (reference.length === 0) return null;
  const min = reference[0]!;
  const max = reference[reference.length - 1]!;
  return {
    below: searchSorted(current, min, 'left'),
    above: current.length - searchSorted(current, max, 'right'),
    expected: current.length / (reference.length + 1),
    min,
    max,
  };
}
