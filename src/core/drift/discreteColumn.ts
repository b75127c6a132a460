import type { DecisionRule, Measures } from '../report/report.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { robustScale } from '../stats/robustScale.ts';
import { wasserstein } from '../stats/wasserstein.ts';
import { categoryColumn } from './categoryColumn.ts';
import { categoryTableOfNumbers } from './categoryTable.ts';
import type { ColumnAnalysis } from './columnAnalysis.ts';
import { type NumberPair, runOf, type SortedPair } from './numericColumn.ts';
import { numericMovement } from './numericMovement.ts';
import { numericSummary } from './numericSummary.ts';
import { sideKolmogorovSmirnov } from './sideKolmogorovSmirnov.ts';
import { tallyDistinct } from './tallyDistinct.ts';

/**
 * Analyses a numeric column of few distinct values: tested as categories, and described as the numbers they are (mean, quantiles, KS, Wasserstein,
 * quartiles over time). With two values (a flag) the movement stays that of a category.
 */
export function discreteColumn(pair: NumberPair, sorted: SortedPair, rule: DecisionRule, resolveTo: number): ColumnAnalysis {
  const distinct = tallyDistinct(sorted.reference, sorted.current).values;
  const table = categoryTableOfNumbers(distinct, pair.reference, pair.current, pair.referenceLayout, pair.currentLayout);
  const analysis = categoryColumn(table, pair.referenceLayout, pair.currentLayout, rule, resolveTo);
  const scale = robustScale(sorted.reference);
  const movement = numericMovement(sorted.reference, sorted.current, scale);
  return {
    ...analysis,
    measures: withDistances(analysis.measures, sorted.reference, sorted.current, scale),
    numeric: { reference: numericSummary(sorted.reference), current: numericSummary(sorted.current) },
    movement: distinct.length > 2 && (movement.kind === 'higher' || movement.kind === 'lower') ? movement : analysis.movement,
    chunks: analysis.chunks.map((chunk, i) => {
      const values = runOf(sorted.currentRuns, i);
      const quartiles: [number, number, number] | null =
        values.length === 0 || distinct.length <= 2
          ? null
          : [quantileSorted(values, 0.25), quantileSorted(values, 0.5), quantileSorted(values, 0.75)];
      return {
        ...chunk,
        measures: withDistances(chunk.measures, sorted.reference, values, scale),
        summary: { ...chunk.summary, quartiles },
      };
    }),
  };
}

function withDistances(measures: Measures, reference: Float64Array, current: Float64Array, scale: number | null): Measures {
  if (reference.length === 0 || current.length === 0) return measures;
  const { d, p } = sideKolmogorovSmirnov(reference, current);
  const raw = wasserstein(reference, current);
  return { ...measures, ks: { d, p }, wasserstein: { raw, robustSd: scale === null || scale === 0 ? null : raw / scale } };
}
