import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import { fBeta } from './fBeta.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const fBetaMeasure: MeasureDefinition = {
  id: 'f_beta',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'predicted_labels',
  cutOff: 'number',
  name: (t, at) => t('F-beta (β = {0})', at ?? 'β'),
  about: (t) => t('Mean of precision and recall in which recall counts β times as much'),
};

export const fBetaOfLabels: LabelMeasure = {
  definition: fBetaMeasure,
  at: ({ beta }) => beta,
  of: (counts, { positive, beta }) => fBeta(binaryCounts(counts, positive), beta),
};
