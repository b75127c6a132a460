import { formatShare } from '../../format/share.ts';
import { dataText } from '../dataText.ts';
import { sayPlain } from '../sayPlain.ts';
import type { Translate } from '../translate.ts';

/** The name of a measure inside a sentence: "ROC AUC", "recall", "NDCG@10". A code that is not known stands as it is. */
export function measureName(code: string, at: number | null, t: Translate, locale: string): string {
  switch (code) {
    case 'accuracy':
      return t('accuracy');
    case 'balanced_accuracy':
      return t('balanced accuracy');
    case 'precision':
      return t('precision');
    case 'recall':
      return t('recall');
    case 'specificity':
      return t('specificity');
    case 'npv':
      return t('negative predictive value');
    case 'fpr':
      return t('false positive rate');
    case 'fnr':
      return t('false negative rate');
    case 'f1':
      return 'F1';
    case 'f_beta':
      return sayPlain(t, 'F-beta (β = {0})', number(at, 'β'));
    case 'precision_macro':
      return t('precision (macro mean)');
    case 'recall_macro':
      return t('recall (macro mean)');
    case 'f1_macro':
      return t('F1 (macro mean)');
    case 'f_beta_macro':
      return t('F-beta (macro mean)');
    case 'precision_weighted':
      return t('precision (weighted mean)');
    case 'recall_weighted':
      return t('recall (weighted mean)');
    case 'f1_weighted':
      return t('F1 (weighted mean)');
    case 'f_beta_weighted':
      return t('F-beta (weighted mean)');
    case 'f1_micro':
      return t('F1 (micro mean)');
    case 'mcc':
      return t('Matthews correlation');
    case 'kappa':
      return t('Cohen’s kappa');
    case 'log_loss':
      return t('log loss');
    case 'brier':
      return t('Brier score');
    case 'roc_auc':
      return 'ROC AUC';
    case 'roc_auc_ovr_macro':
      return t('ROC AUC (one against the rest, macro mean)');
    case 'roc_auc_ovr_weighted':
      return t('ROC AUC (one against the rest, weighted mean)');
    case 'roc_auc_ovo_macro':
      return t('ROC AUC (pairs of classes, macro mean)');
    case 'roc_auc_ovo_weighted':
      return t('ROC AUC (pairs of classes, weighted mean)');
    case 'average_precision':
      return t('average precision');
    case 'ks':
      return t('KS of the scores');
    case 'gini':
      return t('Gini coefficient');
    case 'lift':
      return at === null ? t('lift') : sayPlain(t, 'lift in the top {0}', formatShare(at, locale));
    case 'gain':
      return at === null ? t('gain') : sayPlain(t, 'gain in the top {0}', formatShare(at, locale));
    case 'ece':
      return t('calibration error');
    case 'top_k_accuracy':
      return sayPlain(t, 'top-{0} accuracy', number(at, 'k'));
    case 'mae':
      return 'MAE';
    case 'mse':
      return 'MSE';
    case 'rmse':
      return 'RMSE';
    case 'r2':
      return 'R²';
    case 'explained_variance':
      return t('explained variance');
    case 'mape':
      return 'MAPE';
    case 'smape':
      return 'sMAPE';
    case 'wape':
      return 'WAPE';
    case 'median_absolute_error':
      return t('median absolute error');
    case 'max_error':
      return t('largest error');
    case 'absolute_error_quantile':
      return at === null ? t('quantile of the absolute error') : sayPlain(t, '{0} quantile of the absolute error', formatShare(at, locale));
    case 'bias':
      return t('mean error');
    case 'pinball':
      return t('pinball loss');
    case 'msle':
      return 'MSLE';
    case 'rmsle':
      return 'RMSLE';
    case 'ndcg':
      return `NDCG${cut(at)}`;
    case 'map':
      return `MAP${cut(at)}`;
    case 'precision_at_k':
      return sayPlain(t, 'precision{0}', cut(at));
    case 'recall_at_k':
      return sayPlain(t, 'recall{0}', cut(at));
    case 'f1_at_k':
      return `F1${cut(at)}`;
    case 'mrr':
      return `MRR${cut(at)}`;
    case 'hit_rate':
      return sayPlain(t, 'hit rate{0}', cut(at));
    case 'coverage':
      return sayPlain(t, 'coverage{0}', cut(at));
    case 'personalisation':
      return sayPlain(t, 'personalisation{0}', cut(at));
    case 'diversity':
      return sayPlain(t, 'diversity{0}', cut(at));
    default:
      return dataText(code);
  }
}

/** A text as the beginning of a sentence or of a table's row. */
export function capital(text: string): string {
  // Names that are written so: sMAPE.
  return text.startsWith('sMAPE') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function number(at: number | null, unknown: string): string {
  return at === null ? unknown : String(at);
}

function cut(at: number | null): string {
  return at === null ? '' : `@${at}`;
}
