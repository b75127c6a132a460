import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { precision } from './precisionRecall.ts';

export const precisionMeasure: MeasureDefinition = {
  id: 'precision',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  shown: { binary: 5 },
  needs: 'predicted_labels',
  name: (t) => t('precision'),
  about: (t) => t('Share of the predicted positives that are positive'),
};

/** A share of rows: Wilson's interval. */
export const precisionOfLabels: LabelMeasure = {
  definition: precisionMeasure,
  of: (counts, { positive }) => precision(binaryCounts(counts, positive)),
  share: {
    of: (counts, { positive }) => {
      const { tp, fp } = binaryCounts(counts, positive);
      return [tp, tp + fp];
    },
    none: 'no_predicted_positives',
  },
};
