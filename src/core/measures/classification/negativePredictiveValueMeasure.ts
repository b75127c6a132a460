import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { negativePredictiveValue } from './precisionRecall.ts';

export const negativePredictiveValueMeasure: MeasureDefinition = {
  id: 'npv',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'predicted_labels',
  name: (t) => t('negative predictive value'),
  about: (t) => t('Share of the predicted negatives that are negative'),
};

/** A share of rows: Wilson's interval. */
export const negativePredictiveValueOfLabels: LabelMeasure = {
  definition: negativePredictiveValueMeasure,
  of: (counts, { positive }) => negativePredictiveValue(binaryCounts(counts, positive)),
  share: {
    of: (counts, { positive }) => {
      const { tn, fn } = binaryCounts(counts, positive);
      return [tn, tn + fn];
    },
    none: 'no_predicted_negatives',
  },
};
