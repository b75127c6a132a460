import { type MeasureDefinition, points } from '../definition.ts';
import { accuracy } from './accuracy.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const accuracyMeasure: MeasureDefinition = {
  id: 'accuracy',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary', 'multiclass'],
  shown: { binary: 3, multiclass: 1 },
  needs: 'predicted_labels',
  name: (t) => t('accuracy'),
  about: (t) => t('Share of rows predicted right'),
};

/** A share of rows: Wilson's interval. */
export const accuracyOfLabels: LabelMeasure = {
  definition: accuracyMeasure,
  of: accuracy,
  share: { of: (counts) => [counts.hits.reduce((sum, hits) => sum + hits, 0), counts.total], none: 'no_rows' },
};
