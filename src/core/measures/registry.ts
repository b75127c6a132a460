import type { Direction } from './measure.ts';

/**
 * share: 0 to 1. index: no unit, 1 is perfect. loss: no unit, 0 is perfect. nats: log loss. target: unit of the target;
 * target_squared: its square. multiple: times as much as chance. distance: unit of the distance given.
 */
export type MeasureUnit = 'share' | 'index' | 'loss' | 'nats' | 'target' | 'target_squared' | 'multiple' | 'distance';

/** Change for the worse that still is allowed: absolute, or relative to the reference value. */
export type AllowedDrop = { readonly kind: 'absolute'; readonly change: number } | { readonly kind: 'relative'; readonly change: number };

interface Definition {
  readonly unit: MeasureUnit;
  readonly direction: Direction;
  readonly allowedDrop: AllowedDrop;
}

/** 2 points for proportions, AUC and their kin; 5 % of the reference value for losses (statistics reference, section 20). */
const points: AllowedDrop = { kind: 'absolute', change: 0.02 };
const fraction: AllowedDrop = { kind: 'relative', change: 0.05 };

const share: Definition = { unit: 'share', direction: 'higher', allowedDrop: points };
const shareOfErrors: Definition = { unit: 'share', direction: 'lower', allowedDrop: points };
const relativeError: Definition = { unit: 'share', direction: 'lower', allowedDrop: fraction };
const index: Definition = { unit: 'index', direction: 'higher', allowedDrop: points };
const errorInTarget: Definition = { unit: 'target', direction: 'lower', allowedDrop: fraction };

/** Code of a measure. */
export type MeasureName =
  | 'accuracy'
  | 'balanced_accuracy'
  | 'precision'
  | 'recall'
  | 'specificity'
  | 'npv'
  | 'fpr'
  | 'fnr'
  | 'f1'
  | 'f_beta'
  | 'precision_macro'
  | 'recall_macro'
  | 'f1_macro'
  | 'f_beta_macro'
  | 'precision_weighted'
  | 'recall_weighted'
  | 'f1_weighted'
  | 'f_beta_weighted'
  | 'f1_micro'
  | 'mcc'
  | 'kappa'
  | 'log_loss'
  | 'brier'
  | 'roc_auc'
  | 'roc_auc_ovr_macro'
  | 'roc_auc_ovr_weighted'
  | 'roc_auc_ovo_macro'
  | 'roc_auc_ovo_weighted'
  | 'average_precision'
  | 'ks'
  | 'gini'
  | 'lift'
  | 'gain'
  | 'ece'
  | 'top_k_accuracy'
  | 'mae'
  | 'mse'
  | 'rmse'
  | 'r2'
  | 'explained_variance'
  | 'mape'
  | 'smape'
  | 'wape'
  | 'median_absolute_error'
  | 'max_error'
  | 'absolute_error_quantile'
  | 'bias'
  | 'pinball'
  | 'rmsle'
  | 'ndcg'
  | 'map'
  | 'precision_at_k'
  | 'recall_at_k'
  | 'f1_at_k'
  | 'mrr'
  | 'hit_rate'
  | 'coverage'
  | 'personalisation'
  | 'diversity';

/** Every measure there is: unit, direction and the drop allowed unless a check says otherwise. */
export const catalogue: Readonly<Record<MeasureName, Definition>> = {
  accuracy: share,
  balanced_accuracy: share,
  precision: share,
  recall: share,
  specificity: share,
  npv: share,
  fpr: shareOfErrors,
  fnr: shareOfErrors,
  f1: share,
  f_beta: share,
  precision_macro: share,
  recall_macro: share,
  f1_macro: share,
  f_beta_macro: share,
  precision_weighted: share,
  recall_weighted: share,
  f1_weighted: share,
  f_beta_weighted: share,
  f1_micro: share,
  mcc: index,
  kappa: index,
  log_loss: { unit: 'nats', direction: 'lower', allowedDrop: fraction },
  brier: { unit: 'loss', direction: 'lower', allowedDrop: fraction },
  roc_auc: share,
  roc_auc_ovr_macro: share,
  roc_auc_ovr_weighted: share,
  roc_auc_ovo_macro: share,
  roc_auc_ovo_weighted: share,
  average_precision: share,
  ks: share,
  gini: index,
  lift: { unit: 'multiple', direction: 'higher', allowedDrop: fraction },
  gain: share,
  ece: shareOfErrors,
  top_k_accuracy: share,
  mae: errorInTarget,
  mse: { unit: 'target_squared', direction: 'lower', allowedDrop: fraction },
  rmse: errorInTarget,
  r2: index,
  explained_variance: index,
  mape: relativeError,
  smape: relativeError,
  wape: relativeError,
  median_absolute_error: errorInTarget,
  max_error: errorInTarget,
  absolute_error_quantile: errorInTarget,
  bias: { unit: 'target', direction: 'neither', allowedDrop: fraction },
  pinball: errorInTarget,
  rmsle: { unit: 'loss', direction: 'lower', allowedDrop: fraction },
  ndcg: share,
  map: share,
  precision_at_k: share,
  recall_at_k: share,
  f1_at_k: share,
  mrr: share,
  hit_rate: share,
  coverage: { unit: 'share', direction: 'neither', allowedDrop: points },
  personalisation: { unit: 'share', direction: 'neither', allowedDrop: points },
  diversity: { unit: 'distance', direction: 'neither', allowedDrop: fraction },
};
