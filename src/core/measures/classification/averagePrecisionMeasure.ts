import { type MeasureDefinition, points } from '../definition.ts';
import { averagePrecision } from './averagePrecision.ts';
import type { ScoreMeasure } from './scoreMeasure.ts';

export const averagePrecisionMeasure: MeasureDefinition = {
  id: 'average_precision',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  shown: { binary: 2 },
  needs: 'score',
  name: (t) => t('average precision'),
  about: (t) => t('Precision averaged over all thresholds, that is over recall'),
};

export const averagePrecisionOfScores: ScoreMeasure = {
  definition: averagePrecisionMeasure,
  of: averagePrecision,
  none: () => 'no_positives',
  byBlock: true,
};
