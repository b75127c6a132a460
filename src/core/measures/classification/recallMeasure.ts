import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { recall } from './precisionRecall.ts';

export const recallMeasure: MeasureDefinition = {
  id: 'recall',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  shown: { binary: 6 },
  needs: 'predicted_labels',
  name: (t) => t('recall'),
  about: (t) => t('Share of the positives that are predicted positive'),
};

/** A share of rows: Wilson's interval. */
export const recallOfLabels: LabelMeasure = {
  definition: recallMeasure,
  of: (counts, { positive }) => recall(binaryCounts(counts, positive)),
  share: {
    of: (counts, { positive }) => {
      const { tp, fn } = binaryCounts(counts, positive);
      return [tp, tp + fn];
    },
    none: 'no_positives',
  },
};
