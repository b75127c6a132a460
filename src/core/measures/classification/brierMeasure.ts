import { fraction, type MeasureDefinition } from '../definition.ts';
import { brier } from './brier.ts';
import type { ClassScoreMeasure } from './classScoreMeasure.ts';
import { classLossMeasure, lossMeasure } from './lossMeasure.ts';
import type { ScoreMeasure } from './scoreMeasure.ts';

export const brierMeasure: MeasureDefinition = {
  id: 'brier',
  unit: 'loss',
  direction: 'lower',
  range: [0, 2],
  allowedDrop: fraction,
  tasks: ['binary', 'multiclass'],
  shown: { binary: 9 },
  needs: 'scores',
  name: (t) => t('Brier score'),
  about: (t) => t('Mean squared distance of the scores from the truth'),
};

/** Of one score, and of one per class. */
export const brierOfScores: ScoreMeasure = {
  definition: brierMeasure,
  loss: (pass) => lossMeasure(brierMeasure, pass, (counts) => brier(counts)),
};
export const brierOfClassScores: ClassScoreMeasure = {
  definition: brierMeasure,
  measured: (pass) => classLossMeasure(brierMeasure, pass, ({ brier }) => brier),
};
