import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import { fBeta } from './fBeta.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const f1WeightedMeasure: MeasureDefinition = {
  id: 'f1_weighted',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'predicted_labels',
  needsTwoClasses: true,
  name: (t) => t('F1 (weighted mean)'),
  about: (t) => t('Harmonic mean of precision and recall'),
};

export const f1WeightedOfLabels: LabelMeasure = {
  definition: f1WeightedMeasure,
  of: (counts, { over }) => averageOverClasses(counts, (one) => fBeta(one, 1), over).weighted,
};
