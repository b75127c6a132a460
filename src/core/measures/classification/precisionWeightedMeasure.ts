import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { precision } from './precisionRecall.ts';

export const precisionWeightedMeasure: MeasureDefinition = {
  id: 'precision_weighted',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'predicted_labels',
  needsTwoClasses: true,
  name: (t) => t('precision (weighted mean)'),
  about: (t) => t('Mean over the classes of the share of a class’s predictions that are right'),
};

export const precisionWeightedOfLabels: LabelMeasure = {
  definition: precisionWeightedMeasure,
  of: (counts, { over }) => averageOverClasses(counts, precision, over).weighted,
};
