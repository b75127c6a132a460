import type { MeasureName } from './registry.ts';

/** What a model predicts. */
export type Task = 'binary' | 'multiclass' | 'regression' | 'ranking';

interface TaskMeasures {
  /** Shown unless asked otherwise, most telling first. */
  readonly shown: readonly MeasureName[];
  readonly available: readonly MeasureName[];
  /** The measure that writes the headline: the first of these that has a value. */
  readonly primary: readonly MeasureName[];
}

/** Measures of each task. */
export const tasks: Readonly<Record<Task, TaskMeasures>> = {
  binary: {
    primary: ['roc_auc', 'balanced_accuracy', 'accuracy'],
    shown: ['roc_auc', 'average_precision', 'accuracy', 'balanced_accuracy', 'precision', 'recall', 'f1', 'log_loss', 'brier', 'ece'],
    available: [
      'roc_auc',
      'average_precision',
      'accuracy',
      'balanced_accuracy',
      'precision',
      'recall',
      'specificity',
      'npv',
      'fpr',
      'fnr',
      'f1',
      'f_beta',
      'mcc',
      'kappa',
      'log_loss',
      'brier',
      'ece',
      'ks',
      'gini',
      'lift',
      'gain',
    ],
  },
  multiclass: {
    primary: ['roc_auc_ovr_macro', 'balanced_accuracy', 'accuracy'],
    shown: ['accuracy', 'balanced_accuracy', 'f1_macro', 'precision_macro', 'recall_macro', 'mcc', 'roc_auc_ovr_macro', 'log_loss'],
    available: [
      'accuracy',
      'balanced_accuracy',
      'precision_macro',
      'recall_macro',
      'f1_macro',
      'f_beta_macro',
      'precision_weighted',
      'recall_weighted',
      'f1_weighted',
      'f_beta_weighted',
      'f1_micro',
      'mcc',
      'kappa',
      'log_loss',
      'brier',
      'roc_auc_ovr_macro',
      'roc_auc_ovr_weighted',
      'roc_auc_ovo_macro',
      'roc_auc_ovo_weighted',
      'top_k_accuracy',
    ],
  },
  regression: {
    primary: ['mae'],
    shown: ['mae', 'rmse', 'r2', 'mape', 'median_absolute_error', 'absolute_error_quantile', 'bias'],
    available: [
      'mae',
      'mse',
      'rmse',
      'r2',
      'explained_variance',
      'mape',
      'smape',
      'wape',
      'median_absolute_error',
      'absolute_error_quantile',
      'max_error',
      'bias',
      'pinball',
      'rmsle',
    ],
  },
  ranking: {
    primary: ['ndcg'],
    shown: ['ndcg', 'map', 'precision_at_k', 'recall_at_k', 'f1_at_k', 'mrr', 'hit_rate', 'coverage', 'diversity'],
    available: ['ndcg', 'map', 'precision_at_k', 'recall_at_k', 'f1_at_k', 'mrr', 'hit_rate', 'coverage', 'personalisation', 'diversity'],
  },
};
