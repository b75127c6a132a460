import { type MeasureDefinition, points } from '../definition.ts';
import { cohensKappa } from './cohensKappa.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const kappaMeasure: MeasureDefinition = {
  id: 'kappa',
  unit: 'index',
  direction: 'higher',
  range: [-1, 1],
  allowedDrop: points,
  tasks: ['binary', 'multiclass'],
  needs: 'predicted_labels',
  needsTwoClasses: true,
  name: (t) => t('Cohen’s kappa'),
  about: (t) => t('Agreement of prediction and truth beyond chance: 1 is perfect, 0 is chance'),
};

export const kappaOfLabels: LabelMeasure = {
  definition: kappaMeasure,
  of: (counts) => cohensKappa(counts),
  none: 'chance_agreement_is_certain',
};
