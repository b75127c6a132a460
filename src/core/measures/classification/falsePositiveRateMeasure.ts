import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import type { ConfusionCounts } from './confusionCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { ratio } from './ratio.ts';

export const falsePositiveRateMeasure: MeasureDefinition = {
  id: 'fpr',
  unit: 'share',
  direction: 'lower',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'predicted_labels',
  name: (t) => t('false positive rate'),
  about: (t) => t('Share of the negatives that are predicted positive'),
};

const counted = (counts: ConfusionCounts, positive: number): readonly [hits: number, rows: number] => {
  const { tn, fp } = binaryCounts(counts, positive);
  return [fp, tn + fp];
};

/** A share of rows: Wilson's interval. */
export const falsePositiveRateOfLabels: LabelMeasure = {
  definition: falsePositiveRateMeasure,
  of: (counts, { positive }) => ratio(...counted(counts, positive)),
  share: { of: (counts, { positive }) => counted(counts, positive), none: 'no_negatives' },
};
