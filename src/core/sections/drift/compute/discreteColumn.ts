import type { BlockUse } from '../../../check/columnEvidence.ts';
import type { DriftDistances } from '../../../measures/drift/driftMeasure.ts';
import { categoryTableOfNumbers, type SideCounts } from '../../../read/categoryTable.ts';
import { runOf } from '../../../read/chunkRuns.ts';
import { runRanks, type SortedPair } from '../../../read/sortedPair.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import { quantileOfCounts } from '../../../stats/samples/quantileOfCounts.ts';
import { robustScale } from '../../../stats/samples/robustScale.ts';
import { compareWindow } from '../../../stats/tests/compareWindow.ts';
import type { ColumnAnalysis } from '../../columnAnalysis.ts';
import type { ChunkSummary, Movement } from '../result.ts';
import { categoryColumn } from './categoryColumn.ts';
import { ecdfAt } from './ecdf.ts';
import type { LikeColumn, LikeNumbers } from './likeForLike.ts';
import { numericMovement } from './numericMovement.ts';
import { numericSummary } from './numericSummary.ts';
import { quantileShift } from './quantileShift.ts';
import { tallyDistinct } from './tallyDistinct.ts';

/**
 * Analyses a numeric column of few distinct values: tested as categories, and described and drawn as the numbers they are, in their order (mean,
 * quantiles, KS, Wasserstein, distribution functions, quartiles over time). With two values (a flag) shares say all of that: the movement stays that
 * of a category, and no quantiles are drawn.
 */
export function discreteColumn(pair: SortedPair, use: BlockUse, numbers: LikeNumbers | null): ColumnAnalysis {
  const reference = pair.reference.sorted;
  const current = pair.current.sorted;
  const distinct = tallyDistinct(reference, current).values;
  const flag = distinct.length <= 2;
  const table = categoryTableOfNumbers(distinct, pair.reference, pair.current);
  const scale = robustScale(reference);
  const analysis = categoryColumn(table, pair.reference.layout, pair.current.layout, use, (chunk) => distancesOf(pair, chunk, scale));
  const movement = numericMovement(reference, current, scale);
  // Numbers that went up or down say so, except those of a flag.
  const inOrder = (found: Movement): Movement | null => (!flag && (found.kind === 'higher' || found.kind === 'lower') ? found : null);
  const likeOf = (like: LikeColumn | null): LikeColumn | null => {
    if (like === null || numbers === null || flag) return like;
    const ordered = numericMovement(numbers.reference, numbers.current, scale);
    const medians = [quantileSorted(numbers.reference, 0.5), quantileSorted(numbers.current, 0.5)] as const;
    return { ...like, movement: inOrder(ordered) ?? like.movement, medians };
  };
  const quartiles = (side: SideCounts, chunk: number): ChunkSummary['quartiles'] => {
    const counts = side.perChunk.subarray(chunk * distinct.length, (chunk + 1) * distinct.length);
    if (flag || counts.every((count) => count === 0)) return null;
    return [quantileOfCounts(distinct, counts, 0.25), quantileOfCounts(distinct, counts, 0.5), quantileOfCounts(distinct, counts, 0.75)];
  };
  return {
    ...analysis,
    numeric: { reference: numericSummary(reference), current: numericSummary(current) },
    ecdf: pair.whole === null || flag ? null : ecdfAt(distinct, reference, current, pair.whole.at),
    quantileShift: pair.whole === null || flag ? null : quantileShift(reference, current),
    movement: inOrder(movement) ?? analysis.movement,
    like: likeOf(analysis.like),
    chunks: analysis.chunks.map((chunk, i) => ({ ...chunk, summary: { ...chunk.summary, quartiles: quartiles(table.current, i) } })),
    referenceChunks: analysis.referenceChunks.map((chunk, i) => ({ ...chunk, quartiles: quartiles(table.reference, i) })),
  };
}

/** How far the values of a chunk, or of the whole (null), lie from those of the reference; null where a side has none. */
function distancesOf(pair: SortedPair, chunk: number | null, scale: number | null): DriftDistances | null {
  const n = pair.reference.sorted.length;
  if (chunk === null)
    return pair.whole === null ? null : { n, m: pair.current.sorted.length, d: pair.whole.d, wasserstein: pair.whole.wasserstein, scale };
  const values = runOf(pair.currentRuns, chunk);
  if (pair.window === null || values.length === 0) return null;
  const { d, wasserstein } = compareWindow(pair.window, values, runRanks(pair.currentRuns, chunk));
  return { n, m: values.length, d, wasserstein, scale };
}
