import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { recall } from './precisionRecall.ts';

export const recallMacroMeasure: MeasureDefinition = {
  id: 'recall_macro',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  shown: { multiclass: 5 },
  needs: 'predicted_labels',
  name: (t) => t('recall (macro mean)'),
  about: (t) => t('Mean over the classes of the share of a class’s rows that are found'),
};

export const recallMacroOfLabels: LabelMeasure = {
  definition: recallMacroMeasure,
  of: (counts, { over }) => averageOverClasses(counts, recall, over).macro,
};
