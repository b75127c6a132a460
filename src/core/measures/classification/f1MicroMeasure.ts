import { type MeasureDefinition, points } from '../definition.ts';
import { accuracy } from './accuracy.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const f1MicroMeasure: MeasureDefinition = {
  id: 'f1_micro',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'predicted_labels',
  name: (t) => t('F1 (micro mean)'),
  about: (t) => t('Harmonic mean of precision and recall'),
};

/** One label per row: micro-averaged precision, recall and F are the accuracy. A share of rows: Wilson's interval. */
export const f1MicroOfLabels: LabelMeasure = {
  definition: f1MicroMeasure,
  of: accuracy,
  share: { of: (counts) => [counts.hits.reduce((sum, hits) => sum + hits, 0), counts.total], none: 'no_rows' },
};
