import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { specificity } from './precisionRecall.ts';

export const specificityMeasure: MeasureDefinition = {
  id: 'specificity',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'predicted_labels',
  name: (t) => t('specificity'),
  about: (t) => t('Share of the negatives that are predicted negative'),
};

/** A share of rows: Wilson's interval. */
export const specificityOfLabels: LabelMeasure = {
  definition: specificityMeasure,
  of: (counts, { positive }) => specificity(binaryCounts(counts, positive)),
  share: {
    of: (counts, { positive }) => {
      const { tn, fp } = binaryCounts(counts, positive);
      return [tn, tn + fp];
    },
    none: 'no_negatives',
  },
};
