import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import { fBeta } from './fBeta.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const f1MacroMeasure: MeasureDefinition = {
  id: 'f1_macro',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  shown: { multiclass: 3 },
  needs: 'predicted_labels',
  needsTwoClasses: true,
  name: (t) => t('F1 (macro mean)'),
  about: (t) => t('Harmonic mean of precision and recall'),
};

export const f1MacroOfLabels: LabelMeasure = {
  definition: f1MacroMeasure,
  of: (counts, { over }) => averageOverClasses(counts, (one) => fBeta(one, 1), over).macro,
};
