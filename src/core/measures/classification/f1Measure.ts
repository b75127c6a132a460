import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import { fBeta } from './fBeta.ts';
import type { LabelMeasure } from './labelMeasure.ts';

export const f1Measure: MeasureDefinition = {
  id: 'f1',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  shown: { binary: 7 },
  needs: 'predicted_labels',
  name: () => 'F1',
  about: (t) => t('Harmonic mean of precision and recall'),
};

export const f1OfLabels: LabelMeasure = {
  definition: f1Measure,
  of: (counts, { positive }) => fBeta(binaryCounts(counts, positive), 1),
};
