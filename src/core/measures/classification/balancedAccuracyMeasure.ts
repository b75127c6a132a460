import { normalQuantile } from '../../stats/distributions/normal.ts';
import { moverMean } from '../../stats/intervals/mover.ts';
import { wilson } from '../../stats/intervals/wilson.ts';
import { type MeasureDefinition, points } from '../definition.ts';
import { type Measure, measureOf, undefinedMeasure } from '../measure.ts';
import type { UncertaintyOptions } from '../uncertainty.ts';
import { balancedAccuracy } from './balancedAccuracy.ts';
import type { ConfusionCounts } from './confusionCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const balancedAccuracyMeasure: MeasureDefinition = {
  id: 'balanced_accuracy',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary', 'multiclass'],
  shown: { binary: 4, multiclass: 2 },
  needs: 'predicted_labels',
  name: (t) => t('balanced accuracy'),
  about: (t) => t('Mean recall of the classes, so that rare ones count as much'),
};

/** Wilson intervals of the recalls, recovered for their mean. */
function measured(counts: ConfusionCounts, { alpha, rowsPerWeight }: UncertaintyOptions): Measure {
  const value = balancedAccuracy(counts);
  if (value === null) return undefinedMeasure(balancedAccuracyMeasure, 'no_rows', 0);
  const recalls = [...counts.actual.keys()]
    .filter((c) => counts.actual[c]! > 0)
    .map((c) => ({ hits: counts.hits[c]! * rowsPerWeight, rows: counts.actual[c]! * rowsPerWeight }));
  const { low, high } = moverMean(recalls.map(({ hits, rows }) => ({ value: hits / rows, ...wilson(hits, rows, alpha) })));
  const variance = recalls.reduce((sum, { hits, rows }) => sum + ((hits / rows) * (1 - hits / rows)) / rows, 0);
  // Perfect recalls have no spread of their own; Wilson's one-sided width stands in.
  const analytic = Math.sqrt(variance) / recalls.length;
  const standardError = analytic > 0 ? analytic : (high - low) / -normalQuantile(alpha / 2);
  return measureOf(balancedAccuracyMeasure, value, counts.total, {
    interval: { low: Math.max(0, low), high: Math.min(1, high), level: 1 - alpha, method: 'mover_wilson' },
    basis: { kind: 'standard_error', rows: counts.total, standardError },
  });
}

export const balancedAccuracyOfLabels: LabelMeasure = { definition: balancedAccuracyMeasure, of: balancedAccuracy, measured };
