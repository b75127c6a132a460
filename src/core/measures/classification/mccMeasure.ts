import { type MeasureDefinition, points } from '../definition.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { matthews } from './matthews.ts';

export const mccMeasure: MeasureDefinition = {
  id: 'mcc',
  unit: 'index',
  direction: 'higher',
  range: [-1, 1],
  allowedDrop: points,
  tasks: ['binary', 'multiclass'],
  shown: { multiclass: 6 },
  needs: 'predicted_labels',
  needsTwoClasses: true,
  name: (t) => t('Matthews correlation'),
  about: (t) => t('Correlation of prediction and truth: 1 is perfect, 0 is chance'),
};

export const mccOfLabels: LabelMeasure = { definition: mccMeasure, of: matthews };
