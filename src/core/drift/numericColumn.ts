import type { RowLayout } from '../chunks/rowLayout.ts';
import type { ChunkSummary, DecisionRule } from '../report/report.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { binOf, countInBins, quantileEdges } from '../stats/quantileBins.ts';
import { robustScale } from '../stats/robustScale.ts';
import { type BlockHistograms, blockHistogramsOfNumbers, histogramRows, missingRows, wholeBlocks } from './blockHistograms.ts';
import { type ChunkRuns, chunkRuns } from './chunkRuns.ts';
import type { ChunkAnalysis, ColumnAnalysis, OutOfRange, WindowTest } from './columnAnalysis.ts';
import { ecdf } from './ecdf.ts';
import { countOnEdges, histogram } from './histogram.ts';
import { mergeRuns } from './mergeRuns.ts';
import { numericMeasures } from './numericMeasures.ts';
import { numericMovement } from './numericMovement.ts';
import { numericSummary } from './numericSummary.ts';
import { ownChunkEffect } from './ownChunkEffect.ts';
import { referenceSample } from './referenceSample.ts';
import { searchSorted } from './searchSorted.ts';
import { testBlocks } from './testBlocks.ts';
import { testMissing } from './testMissing.ts';
import { testContinuous } from './testNumbers.ts';

/** A numeric column of both sides: values in file order and their layouts. */
export interface NumberPair {
  readonly reference: Float64Array;
  readonly current: Float64Array;
  readonly referenceLayout: RowLayout;
  readonly currentLayout: RowLayout;
}

/** The same values as ascending runs per chunk. */
export interface SortedPair {
  readonly reference: Float64Array;
  readonly current: Float64Array;
  readonly referenceRuns: ChunkRuns;
  readonly currentRuns: ChunkRuns;
}

/**
 * Sorts both sides of a column per chunk, then merges the runs to the wholes; `scratch` holds at least as many values as there are rows.
 * O(n log n + m log m).
 */
export function sortPair(pair: NumberPair, scratch: { readonly reference: Float64Array; readonly current: Float64Array }): SortedPair {
  const referenceRuns = chunkRuns(pair.reference, pair.referenceLayout, scratch.reference);
  const currentRuns = chunkRuns(pair.current, pair.currentLayout, scratch.current);
  const reference = referenceRuns.starts.length > 2 ? mergeRuns(referenceRuns.values, referenceRuns.starts) : referenceRuns.values;
  const current = currentRuns.starts.length > 2 ? mergeRuns(currentRuns.values, currentRuns.starts) : currentRuns.values;
  return { reference, current, referenceRuns, currentRuns };
}

/** Analyses a numeric column of more than 20 distinct values: every window tested, every method measured, every picture counted. */
export function numericColumn(pair: NumberPair, sorted: SortedPair, rule: DecisionRule, resolveTo: number): ColumnAnalysis {
  const reference = referenceSample(sorted.reference, rule);
  const scale = robustScale(sorted.reference);
  const blocks = numericBlocks(pair, sorted.reference, rule);
  const wholeRow = testContinuous(reference, sorted.current, rule);
  const { measures, ksAt } = numericMeasures(reference, sorted.current, scale, wholeRow);
  const picture = sorted.reference.length + sorted.current.length > 0 ? histogram(sorted.reference, sorted.current) : null;
  const edges = picture === null ? null : Float64Array.from(picture.edges);
  const both = sorted.reference.length > 0 && sorted.current.length > 0;
  const chunks = pair.currentLayout.rowsPerChunk.length;
  const probabilities = Array.from({ length: 51 }, (_, i) => i / 50);
  const quantiles = (s: Float64Array) => probabilities.map((p) => quantileSorted(s, p));
  return {
    treatedAs: 'number',
    whole: wholeTest(wholeRow, blocks, pair, rule, resolveTo),
    chunks: Array.from({ length: chunks }, (_, chunk): ChunkAnalysis => {
      const values = runOf(sorted.currentRuns, chunk);
      const rowTest = testContinuous(reference, values, rule);
      const window: WindowTest =
        blocks === null
          ? { test: rowTest, null: null }
          : testBlocks(
              rowTest,
              blocks.referenceRows,
              histogramRows(blocks.current, pair.currentLayout.chunkOfBlock, chunk),
              rule,
              resolveTo,
            );
      return {
        ...window,
        summary: numericChunkSummary(sorted.currentRuns, pair.currentLayout, chunk),
        measures: numericMeasures(reference, values, scale, rowTest).measures,
        counts: edges === null ? [] : countOnEdges(values, edges),
      };
    }),
    referenceChunks: Array.from({ length: pair.referenceLayout.rowsPerChunk.length }, (_, chunk) =>
      numericChunkSummary(sorted.referenceRuns, pair.referenceLayout, chunk),
    ),
    ownChunkEffect: ownChunkEffect(
      reference.counts,
      Array.from({ length: pair.referenceLayout.rowsPerChunk.length }, (_, c) =>
        countInBins(runOf(sorted.referenceRuns, c), reference.edges),
      ),
      rule,
    ),
    missingP: missingTest(pair, blocks, rule, resolveTo),
    measures,
    numeric: { reference: numericSummary(sorted.reference), current: numericSummary(sorted.current) },
    categories: null,
    histogram: picture,
    ecdf: both && ksAt !== null ? ecdf(sorted.reference, sorted.current, ksAt) : null,
    quantileShift: both ? { probabilities, reference: quantiles(sorted.reference), current: quantiles(sorted.current) } : null,
    movement: numericMovement(sorted.reference, sorted.current, scale),
    shape: { kind: 'number' },
    outOfRange: outOfRange(sorted.reference, sorted.current),
  };
}

interface NumericBlocks {
  readonly reference: BlockHistograms;
  readonly current: BlockHistograms;
  readonly referenceRows: readonly Float64Array[];
}

function numericBlocks(pair: NumberPair, referenceSorted: Float64Array, rule: DecisionRule): NumericBlocks | null {
  if (pair.referenceLayout.blockCount === 0 || pair.currentLayout.blockCount === 0 || referenceSorted.length === 0) return null;
  const edges = quantileEdges(referenceSorted, rule.blockBins);
  const bin = (x: number) => binOf(x, edges);
  const reference = blockHistogramsOfNumbers(pair.reference, pair.referenceLayout, edges.length + 1, bin);
  const current = blockHistogramsOfNumbers(pair.current, pair.currentLayout, edges.length + 1, bin);
  return { reference, current, referenceRows: histogramRows(wholeBlocks(reference, pair.referenceLayout), null, null) };
}

function wholeTest(
  row: WindowTest['test'],
  blocks: NumericBlocks | null,
  pair: NumberPair,
  rule: DecisionRule,
  resolveTo: number,
): WindowTest {
  if (blocks === null) return { test: row, null: null };
  return testBlocks(row, blocks.referenceRows, histogramRows(wholeBlocks(blocks.current, pair.currentLayout), null, null), rule, resolveTo);
}

/** Missing share of both sides, tested by blocks where there are any. */
function missingTest(
  pair: NumberPair,
  blocks: { readonly reference: BlockHistograms; readonly current: BlockHistograms } | null,
  rule: DecisionRule,
  resolveTo: number,
): number | null {
  const missing = (column: Float64Array) => {
    let count = 0;
    for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i]!)) count++;
    return { missing: count, rows: column.length };
  };
  const rows =
    blocks === null
      ? null
      : {
          reference: missingRows(wholeBlocks(blocks.reference, pair.referenceLayout), null, null),
          current: missingRows(wholeBlocks(blocks.current, pair.currentLayout), null, null),
        };
  return testMissing(missing(pair.reference), missing(pair.current), rows, rule, resolveTo);
}

/** Ascending values of one chunk. */
export function runOf(runs: ChunkRuns, chunk: number): Float64Array {
  return runs.values.subarray(runs.starts[chunk]!, runs.starts[chunk + 1]!);
}

function numericChunkSummary(runs: ChunkRuns, layout: RowLayout, chunk: number): ChunkSummary {
  const values = runOf(runs, chunk);
  const rows = layout.rowsPerChunk[chunk]!;
  return {
    chunk,
    rows,
    missingShare: rows === 0 ? 0 : runs.missing[chunk]! / rows,
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
