import { type MeasureDefinition, points } from '../definition.ts';
import { type ClassScoreMeasure, classAreaMeasure } from './classScoreMeasure.ts';

export const rocAucOvrMacroMeasure: MeasureDefinition = {
  id: 'roc_auc_ovr_macro',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  shown: { multiclass: 7 },
  needs: 'class_scores',
  name: (t) => t('ROC AUC (one against the rest, macro mean)'),
  about: (t) => t('How well the scores part the classes: 0.5 is no better than guessing'),
};

export const rocAucOvrMacroOfClassScores: ClassScoreMeasure = {
  definition: rocAucOvrMacroMeasure,
  measured: (pass) => classAreaMeasure(rocAucOvrMacroMeasure, pass, ({ ovrMacro }) => ovrMacro),
};
