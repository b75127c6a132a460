import { type MeasureDefinition, points } from '../definition.ts';
import { averageOverClasses } from './averages.ts';
import { fBeta } from './fBeta.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const fBetaWeightedMeasure: MeasureDefinition = {
  id: 'f_beta_weighted',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'predicted_labels',
  cutOff: 'number',
  needsTwoClasses: true,
  name: (t) => t('F-beta (weighted mean)'),
  about: (t) => t('Mean of precision and recall in which recall counts β times as much'),
};

export const fBetaWeightedOfLabels: LabelMeasure = {
  definition: fBetaWeightedMeasure,
  at: ({ beta }) => beta,
  of: (counts, { over, beta }) => averageOverClasses(counts, (one) => fBeta(one, beta), over).weighted,
};
