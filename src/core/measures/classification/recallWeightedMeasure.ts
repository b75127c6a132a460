import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { recall } from './precisionRecall.ts';

export const recallWeightedMeasure: MeasureDefinition = {
  id: 'recall_weighted',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'predicted_labels',
  name: (t) => t('recall (weighted mean)'),
  about: (t) => t('Mean over the classes of the share of a class’s rows that are found'),
};

export const recallWeightedOfLabels: LabelMeasure = {
  definition: recallWeightedMeasure,
  of: (counts, { over }) => averageOverClasses(counts, recall, over).weighted,
};
