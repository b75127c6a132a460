import type { Direction } from '../../measures/measure.ts';
import type { Translate } from '../translate.ts';
import { rankingAbout } from './rankingAbout.ts';
import { regressionAbout } from './regressionAbout.ts';

/** What a measure is, without which way is better. */
export function measureAbout(code: string, direction: Direction, t: Translate): string {
  const what = classificationAbout(code, t) ?? regressionAbout(code, t) ?? rankingAbout(code, t);
  const way =
    direction === 'higher' ? t('Higher is better.') : direction === 'lower' ? t('Lower is better.') : t('Neither way is better by itself.');
  return what === null ? way : t('{0}. {1}', what, way);
}

function classificationAbout(code: string, t: Translate): string | null {
  switch (code) {
    case 'accuracy':
      return t('Share of rows predicted right');
    case 'balanced_accuracy':
      return t('Mean recall of the classes, so that rare ones count as much');
    case 'precision':
      return t('Share of the predicted positives that are positive');
    case 'recall':
      return t('Share of the positives that are predicted positive');
    case 'specificity':
      return t('Share of the negatives that are predicted negative');
    case 'npv':
      return t('Share of the predicted negatives that are negative');
    case 'fpr':
      return t('Share of the negatives that are predicted positive');
    case 'fnr':
      return t('Share of the positives that are predicted negative');
    case 'f1':
    case 'f1_macro':
    case 'f1_weighted':
    case 'f1_micro':
      return t('Harmonic mean of precision and recall');
    case 'f_beta':
    case 'f_beta_macro':
    case 'f_beta_weighted':
      return t('Mean of precision and recall in which recall counts β times as much');
    case 'precision_macro':
    case 'precision_weighted':
      return t('Mean over the classes of the share of a class’s predictions that are right');
    case 'recall_macro':
    case 'recall_weighted':
      return t('Mean over the classes of the share of a class’s rows that are found');
    case 'mcc':
      return t('Correlation of prediction and truth: 1 is perfect, 0 is chance');
    case 'kappa':
      return t('Agreement of prediction and truth beyond chance: 1 is perfect, 0 is chance');
    case 'log_loss':
      return t('Mean of −ln of the score given to the true class: sure mistakes cost most');
    case 'brier':
      return t('Mean squared distance of the scores from the truth');
    case 'roc_auc':
      return t('Chance that a positive has a higher score than a negative: 0.5 is no better than guessing');
    case 'roc_auc_ovr_macro':
    case 'roc_auc_ovr_weighted':
    case 'roc_auc_ovo_macro':
    case 'roc_auc_ovo_weighted':
      return t('How well the scores part the classes: 0.5 is no better than guessing');
    case 'average_precision':
      return t('Precision averaged over all thresholds, that is over recall');
    case 'ks':
      return t('Largest distance between the scores’ distributions of positives and negatives');
    case 'gini':
      return t('Twice ROC AUC less 1: 0 is no better than guessing');
    case 'lift':
      return t('How many times as many positives the highest scores hold as a draw at random');
    case 'gain':
      return t('Share of all positives that the highest scores hold');
    case 'ece':
      return t('Mean distance between score and observed share, over bins of the score');
    case 'top_k_accuracy':
      return t('Share of rows whose true class is among the k highest scores');
    default:
      return null;
  }
}
