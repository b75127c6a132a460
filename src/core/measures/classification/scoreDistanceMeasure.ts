import { type MeasureDefinition, points } from '../definition.ts';
import { classifierKolmogorovSmirnov } from './classifierKolmogorovSmirnov.ts';
import { missingClass, type ScoreMeasure } from './scoreMeasure.ts';

export const scoreDistanceMeasure: MeasureDefinition = {
  id: 'ks',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'score',
  name: (t) => t('KS of the scores'),
  about: (t) => t('Largest distance between the scores’ distributions of positives and negatives'),
};

export const scoreDistanceOfScores: ScoreMeasure = {
  definition: scoreDistanceMeasure,
  of: classifierKolmogorovSmirnov,
  none: missingClass,
  byBlock: true,
};
