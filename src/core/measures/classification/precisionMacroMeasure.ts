import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { precision } from './precisionRecall.ts';

export const precisionMacroMeasure: MeasureDefinition = {
  id: 'precision_macro',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  shown: { multiclass: 4 },
  needs: 'predicted_labels',
  needsTwoClasses: true,
  name: (t) => t('precision (macro mean)'),
  about: (t) => t('Mean over the classes of the share of a class’s predictions that are right'),
};

export const precisionMacroOfLabels: LabelMeasure = {
  definition: precisionMacroMeasure,
  of: (counts, { over }) => averageOverClasses(counts, precision, over).macro,
};
