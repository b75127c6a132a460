import type { DecisionRule, Measures } from '../report/report.ts';
import { compareWindow } from '../stats/compareWindow.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { robustScale } from '../stats/robustScale.ts';
import { categoryColumn } from './categoryColumn.ts';
import { categoryTableOfNumbers } from './categoryTable.ts';
import { runOf } from './chunkRuns.ts';
import type { ColumnAnalysis } from './columnAnalysis.ts';
import { distanceMeasures, type ValueDistances } from './numericMeasures.ts';
import { numericMovement } from './numericMovement.ts';
import { numericSummary } from './numericSummary.ts';
import { runRanks, type SortedPair } from './sortedPair.ts';
import { tallyDistinct } from './tallyDistinct.ts';

/**
 * Analyses a numeric column of few distinct values: tested as categories, and described as the numbers they are (mean, quantiles, KS, Wasserstein,
 * quartiles over time). With two values (a flag) the movement stays that of a category.
 */
export function discreteColumn(pair: SortedPair, rule: DecisionRule, resolveTo: number): ColumnAnalysis {
  const reference = pair.reference.sorted;
  const current = pair.current.sorted;
  const distinct = tallyDistinct(reference, current).values;
  const table = categoryTableOfNumbers(distinct, pair.reference, pair.current);
  const analysis = categoryColumn(table, pair.reference.layout, pair.current.layout, rule, resolveTo);
  const scale = robustScale(reference);
  const movement = numericMovement(reference, current, scale);
  const add = (measures: Measures, distances: ValueDistances | null, m: number): Measures =>
    distances === null ? measures : { ...measures, ...distanceMeasures(distances, reference.length, m, scale) };
  return {
    ...analysis,
    measures: add(analysis.measures, pair.whole, current.length),
    numeric: { reference: numericSummary(reference), current: numericSummary(current) },
    movement: distinct.length > 2 && (movement.kind === 'higher' || movement.kind === 'lower') ? movement : analysis.movement,
    chunks: analysis.chunks.map((chunk, i) => {
      const values = runOf(pair.currentRuns, i);
      const quartiles: [number, number, number] | null =
        values.length === 0 || distinct.length <= 2
          ? null
          : [quantileSorted(values, 0.25), quantileSorted(values, 0.5), quantileSorted(values, 0.75)];
      const distances =
        pair.window === null || values.length === 0 ? null : compareWindow(pair.window, values, runRanks(pair.currentRuns, i));
      return { ...chunk, measures: add(chunk.measures, distances, values.length), summary: { ...chunk.summary, quartiles } };
    }),
  };
}
