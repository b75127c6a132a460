import { type MeasureDefinition, points } from '../definition.ts';
import { type ClassScoreMeasure, classAreaMeasure } from './classScoreMeasure.ts';

export const rocAucOvoMacroMeasure: MeasureDefinition = {
  id: 'roc_auc_ovo_macro',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['multiclass'],
  needs: 'class_scores',
  name: (t) => t('ROC AUC (pairs of classes, macro mean)'),
  about: (t) => t('How well the scores part the classes: 0.5 is no better than guessing'),
};

export const rocAucOvoMacroOfClassScores: ClassScoreMeasure = {
  definition: rocAucOvoMacroMeasure,
  measured: (pass) => classAreaMeasure(rocAucOvoMacroMeasure, pass, ({ ovoMacro }) => ovoMacro),
};
