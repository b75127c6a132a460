import { type MeasureDefinition, points } from '../definition.ts';
import { areaMeasure } from './areaMeasure.ts';
import { gini, rocAuc } from './rocAuc.ts';
import { missingClass, type ScoreMeasure } from './scoreMeasure.ts';

export const giniMeasure: MeasureDefinition = {
  id: 'gini',
  unit: 'index',
  direction: 'higher',
  range: [-1, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'score',
  name: (t) => t('Gini coefficient'),
  about: (t) => t('Twice ROC AUC less 1: 0 is no better than guessing'),
};

export const giniOfScores: ScoreMeasure = {
  definition: giniMeasure,
  of: (counts) => gini(rocAuc(counts)),
  none: missingClass,
  measured: (pass, replicates) => areaMeasure(giniMeasure, pass, replicates, (auc) => 2 * auc - 1, 2),
};
