import { type MeasureDefinition, points } from '../definition.ts';
import { type ClassScoreMeasure, classAreaMeasure } from './classScoreMeasure.ts';

export const rocAucOvrWeightedMeasure: MeasureDefinition = {
  id: 'roc_auc_ovr_weighted',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'class_scores',
  name: (t) => t('ROC AUC (one against the rest, weighted mean)'),
  about: (t) => t('How well the scores part the classes: 0.5 is no better than guessing'),
};

export const rocAucOvrWeightedOfClassScores: ClassScoreMeasure = {
  definition: rocAucOvrWeightedMeasure,
  measured: (pass) => classAreaMeasure(rocAucOvrWeightedMeasure, pass, ({ ovrWeighted }) => ovrWeighted),
};
