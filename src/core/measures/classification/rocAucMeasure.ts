import { type MeasureDefinition, points } from '../definition.ts';
import { areaMeasure } from './areaMeasure.ts';
import { rocAuc } from './rocAuc.ts';
import { missingClass, type ScoreMeasure } from './scoreMeasure.ts';

export const rocAucMeasure: MeasureDefinition = {
  id: 'roc_auc',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  shown: { binary: 1 },
  needs: 'score',
  name: () => 'ROC AUC',
  about: (t) => t('Chance that a positive has a higher score than a negative: 0.5 is no better than guessing'),
};

export const rocAucOfScores: ScoreMeasure = {
  definition: rocAucMeasure,
  of: rocAuc,
  none: missingClass,
  measured: (pass, replicates) => areaMeasure(rocAucMeasure, pass, replicates, (auc) => auc, 1),
};
