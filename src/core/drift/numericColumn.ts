import type { ChunkSummary, DecisionRule } from '../report/report.ts';
import { compareWindow } from '../stats/compareWindow.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { countInBins, quantileEdges } from '../stats/quantileBins.ts';
import { robustScale } from '../stats/robustScale.ts';
import { type BlockHistograms, blockHistogramsOfSorted, histogramRows, missingRows, wholeBlocks } from './blockHistograms.ts';
import { type ChunkRuns, chunkRuns, runOf } from './chunkRuns.ts';
import type { ChunkAnalysis, ColumnAnalysis, OutOfRange, WindowTest } from './columnAnalysis.ts';
import { countDistinct } from './countDistinct.ts';
import { discreteColumn } from './discreteColumn.ts';
import { ecdf } from './ecdf.ts';
import { countOnEdges, histogram } from './histogram.ts';
import { numericMeasures } from './numericMeasures.ts';
import { numericMovement } from './numericMovement.ts';
import { numericSummary } from './numericSummary.ts';
import { ownChunkEffect } from './ownChunkEffect.ts';
import { quantileShift } from './quantileShift.ts';
import { referenceSample } from './referenceSample.ts';
import { searchSorted } from './searchSorted.ts';
import { runRanks, sortedPair } from './sortedPair.ts';
import { type ColumnLayout, type SortedSide, type SortSpace, sortSide } from './sortedSide.ts';
import { testBlocks } from './testBlocks.ts';
import { testMissing } from './testMissing.ts';
import { continuousTest } from './testNumbers.ts';

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
export function numericColumn(pair: NumberPair, rule: DecisionRule, resolveTo: number, space: SortSpace): ColumnAnalysis {
  space.reserve(pair.referenceLayout, pair.currentLayout);
  const referenceSide = sortSide(pair.reference, pair.referenceLayout, space, 0);
  const currentSide = sortSide(pair.current, pair.currentLayout, space, 1);
  const pooled = countDistinct(referenceSide.sorted, currentSide.sorted, rule.maxDistinctAsCategory);
  if (pooled <= rule.maxDistinctAsCategory) return discreteColumn(sortedPair(referenceSide, currentSide, space), rule, resolveTo);
  const reference = referenceSample(referenceSide.sorted, rule);
  const { referenceChunks, ownEffect } = referenceWindows(referenceSide, reference, rule);
  const blocks = numericBlocks(referenceSide, currentSide, rule);
  const { current, whole, window, currentRuns } = sortedPair(referenceSide, currentSide, space);
  const scale = robustScale(reference.sorted);
  const wholeCounts = countInBins(current.sorted, reference.edges);
  const wholeRow = continuousTest(reference, current.sorted.length, wholeCounts, whole, rule);
  const picture = reference.sorted.length + current.sorted.length > 0 ? histogram(reference.sorted, current.sorted) : null;
  const edges = picture === null ? null : Float64Array.from(picture.edges);
  return {
    treatedAs: 'number',
    whole: wholeTest(wholeRow, blocks, currentSide, rule, resolveTo),
    chunks: Array.from({ length: currentSide.layout.rowsPerChunk.length }, (_, chunk): ChunkAnalysis => {
      const values = runOf(currentRuns, chunk);
      const counts = countInBins(values, reference.edges);
      const compared = window === null || values.length === 0 ? null : compareWindow(window, values, runRanks(currentRuns, chunk));
      const rowTest = continuousTest(reference, values.length, counts, compared, rule);
      const tested: WindowTest =
        blocks === null
          ? { test: rowTest, null: null }
          : testBlocks(
              rowTest,
              blocks.referenceRows,
              histogramRows(blocks.current, currentSide.layout.chunkOfBlock, chunk),
              rule,
              resolveTo,
            );
      return {
        ...tested,
        summary: numericChunkSummary(currentRuns, currentSide, chunk),
        measures: numericMeasures(reference, values.length, compared, counts, scale, rowTest),
        counts: edges === null ? [] : countOnEdges(values, edges),
      };
    }),
    referenceChunks,
    ownChunkEffect: ownEffect,
    missingP: missingTest(referenceSide, currentSide, blocks, rule, resolveTo),
    measures: numericMeasures(reference, current.sorted.length, whole, wholeCounts, scale, wholeRow),
    numeric: { reference: numericSummary(reference.sorted), current: numericSummary(current.sorted) },
    categories: null,
    histogram: picture,
    ecdf: whole !== null ? ecdf(reference.sorted, current.sorted, whole.at) : null,
    quantileShift: whole !== null ? quantileShift(reference.sorted, current.sorted) : null,
    movement: numericMovement(reference.sorted, current.sorted, scale),
    shape: { kind: 'number' },
    outOfRange: outOfRange(reference.sorted, current.sorted),
  };
}

/** What is told of the reference's own chunks. Their runs stand in the free buffer only as long as this takes. */
function referenceWindows(
  side: SortedSide,
  reference: { readonly counts: Float64Array; readonly edges: Float64Array },
  rule: DecisionRule,
): { readonly referenceChunks: readonly ChunkSummary[]; readonly ownEffect: number | null } {
  const runs = chunkRuns(side, side.free, null, null);
  const chunks = Array.from({ length: side.layout.rowsPerChunk.length }, (_, chunk) => chunk);
  return {
    referenceChunks: chunks.map((chunk) => numericChunkSummary(runs, side, chunk)),
    ownEffect: ownChunkEffect(
      reference.counts,
      chunks.map((chunk) => countInBins(runOf(runs, chunk), reference.edges)),
      rule,
    ),
  };
}

interface NumericBlocks {
  readonly reference: BlockHistograms;
  readonly current: BlockHistograms;
  readonly referenceRows: readonly Float64Array[];
}

function numericBlocks(reference: SortedSide, current: SortedSide, rule: DecisionRule): NumericBlocks | null {
  if (reference.layout.blockCount === 0 || current.layout.blockCount === 0 || reference.sorted.length === 0) return null;
  const edges = quantileEdges(reference.sorted, rule.blockBins);
  const count = (side: SortedSide): BlockHistograms => {
    const ends = [...Array.from(edges, (edge) => searchSorted(side.sorted, edge, 'right')), side.sorted.length];
    return blockHistogramsOfSorted(side, ends);
  };
  const blocks = count(reference);
  return { reference: blocks, current: count(current), referenceRows: histogramRows(wholeBlocks(blocks, reference.layout), null, null) };
}

function wholeTest(
  row: WindowTest['test'],
  blocks: NumericBlocks | null,
  current: SortedSide,
  rule: DecisionRule,
  resolveTo: number,
): WindowTest {
  if (blocks === null) return { test: row, null: null };
  return testBlocks(row, blocks.referenceRows, histogramRows(wholeBlocks(blocks.current, current.layout), null, null), rule, resolveTo);
}

/** Missing share of both sides, tested by blocks where there are any. */
function missingTest(
  reference: SortedSide,
  current: SortedSide,
  blocks: NumericBlocks | null,
  rule: DecisionRule,
  resolveTo: number,
): number | null {
  const rows =
    blocks === null
      ? null
      : {
          reference: missingRows(wholeBlocks(blocks.reference, reference.layout), null, null),
          current: missingRows(wholeBlocks(blocks.current, current.layout), null, null),
        };
  return testMissing(
    { missing: reference.missing, rows: reference.layout.rows },
    { missing: current.missing, rows: current.layout.rows },
    rows,
    rule,
    resolveTo,
  );
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

/** A new value lies outside the range of n reference values with probability 2 / (n + 1). */
function outOfRange(reference: Float64Array, current: Float64Array): OutOfRange | null {
  if (reference.length === 0) return null;
  const min = reference[0]!;
  const max = reference[reference.length - 1]!;
  return {
    below: searchSorted(current, min, 'left'),
    above: current.length - searchSorted(current, max, 'right'),
    expected: (2 * current.length) / (reference.length + 1),
    min,
    max,
  };
}
