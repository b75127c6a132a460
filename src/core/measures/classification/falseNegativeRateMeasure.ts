import { type MeasureDefinition, points } from '../definition.ts';
import { binaryCounts } from './binaryCounts.ts';
import type { ConfusionCounts } from './confusionCounts.ts';
import type { LabelMeasure } from './labelMeasure.ts';
import { ratio } from './ratio.ts';

export const falseNegativeRateMeasure: MeasureDefinition = {
  id: 'fnr',
  unit: 'share',
  direction: 'lower',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'predicted_labels',
  name: (t) => t('false negative rate'),
  about: (t) => t('Share of the positives that are predicted negative'),
};

const counted = (counts: ConfusionCounts, positive: number): readonly [hits: number, rows: number] => {
  const { tp, fn } = binaryCounts(counts, positive);
  return [fn, tp + fn];
};

/** A share of rows: Wilson's interval. */
export const falseNegativeRateOfLabels: LabelMeasure = {
  definition: falseNegativeRateMeasure,
  of: (counts, { positive }) => ratio(...counted(counts, positive)),
  share: { of: (counts, { positive }) => counted(counts, positive), none: 'no_positives' },
};
