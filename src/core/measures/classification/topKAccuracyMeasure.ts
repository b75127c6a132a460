import { type MeasureDefinition, points } from '../definition.ts';
import { proportionMeasure } from '../uncertainty.ts';
import type { ClassScoreMeasure } from './classScoreMeasure.ts';
import { topKHits } from './topKAccuracy.ts';

export const topKAccuracyMeasure: MeasureDefinition = {
  id: 'top_k_accuracy',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'class_scores',
  cutOff: 'number',
  name: (t, at) => t('top-{0} accuracy', at ?? 'k'),
  about: (t) => t('Share of rows whose true class is among the k highest scores'),
};

export const topKAccuracyOfClassScores: ClassScoreMeasure = {
  definition: topKAccuracyMeasure,
  measured: ({ actual, scores, weights, n, alpha, rowsPerWeight, k }) =>
    proportionMeasure(
      topKAccuracyMeasure,
      { hits: topKHits(actual, scores, k, weights), of: n, reason: 'no_rows', at: k },
      { alpha, rowsPerWeight },
    ),
};
