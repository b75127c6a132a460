import type { MeasureName } from '../registry.ts';
import { accuracy } from './accuracy.ts';
import { averageOverClasses } from './averages.ts';
import { balancedAccuracy } from './balancedAccuracy.ts';
import { type BinaryCounts, binaryCounts } from './binaryCounts.ts';
import { cohensKappa } from './cohensKappa.ts';
import type { ConfusionCounts } from './confusionCounts.ts';
import { fBeta } from './fBeta.ts';
import { matthews } from './matthews.ts';
import { precision, recall, specificity } from './precisionRecall.ts';
import { ratio } from './ratio.ts';

/** A measure of predicted labels as a function of the counts, with its cut-off where it has one. */
export interface LabelStatistic {
  readonly name: MeasureName;
  readonly at: number | null;
  of(counts: ConfusionCounts): number | null;
}

const beta = 2;

/** Every measure of predicted labels as a function of their counts, as `labelMeasures` computes them: for resampling whole days. */
export function labelStatistics(task: 'binary' | 'multiclass', positive: number): readonly LabelStatistic[] {
  const shared: LabelStatistic[] = [
    { name: 'accuracy', at: null, of: accuracy },
    { name: 'balanced_accuracy', at: null, of: balancedAccuracy },
    { name: 'mcc', at: null, of: matthews },
    { name: 'kappa', at: null, of: cohensKappa },
  ];
  if (task === 'binary') {
    const one = (name: MeasureName, of: (four: BinaryCounts) => number | null, at: number | null = null): LabelStatistic => ({
      name,
      at,
      of: (counts) => of(binaryCounts(counts, positive)),
    });
    return [
      ...shared,
      one('precision', precision),
      one('recall', recall),
      one('specificity', specificity),
      one('npv', ({ tn, fn }) => ratio(tn, tn + fn)),
      one('fpr', ({ fp, tn }) => ratio(fp, tn + fp)),
      one('fnr', ({ fn, tp }) => ratio(fn, tp + fn)),
      one('f1', (four) => fBeta(four, 1)),
      one('f_beta', (four) => fBeta(four, beta), beta),
    ];
  }
  const averaged = (kind: 'macro' | 'weighted'): LabelStatistic[] => {
    const mean = (name: MeasureName, of: (four: BinaryCounts) => number | null, at: number | null = null): LabelStatistic => ({
      name,
      at,
      of: (counts) => averageOverClasses(counts, of, 'true')[kind],
    });
    return [
      mean(`precision_${kind}`, precision),
      mean(`recall_${kind}`, recall),
      mean(`f1_${kind}`, (four) => fBeta(four, 1)),
      mean(`f_beta_${kind}`, (four) => fBeta(four, beta), beta),
    ];
  };
  return [...shared, { name: 'f1_micro', at: null, of: accuracy }, ...averaged('macro'), ...averaged('weighted')];
}
