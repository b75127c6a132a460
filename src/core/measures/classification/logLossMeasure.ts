import { fraction, type MeasureDefinition } from '../definition.ts';
import type { ClassScoreMeasure } from './classScoreMeasure.ts';
import { logLoss } from './logLoss.ts';
import { classLossMeasure, lossMeasure } from './lossMeasure.ts';
import type { ScoreMeasure } from './scoreMeasure.ts';

export const logLossMeasure: MeasureDefinition = {
  id: 'log_loss',
  unit: 'nats',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['binary', 'multiclass'],
  shown: { binary: 8, multiclass: 8 },
  needs: 'scores',
  name: (t) => t('log loss'),
  about: (t) => t('Mean of −ln of the score given to the true class: sure mistakes cost most'),
};

/** Of one score, and of one per class. */
export const logLossOfScores: ScoreMeasure = {
  definition: logLossMeasure,
  loss: (pass) => lossMeasure(logLossMeasure, pass, (counts) => logLoss(counts)),
};
export const logLossOfClassScores: ClassScoreMeasure = {
  definition: logLossMeasure,
  measured: (pass) => classLossMeasure(logLossMeasure, pass, ({ logLoss }) => logLoss),
};
