/** Measures of a two-class model that can be estimated without labels. Counts are per chunk, the others shares. */
export const binaryMeasures = [
  'roc_auc',
  'average_precision',
  'accuracy',
  'balanced_accuracy',
  'precision',
  'recall',
  'specificity',
  'f1',
  'true_positives',
  'false_positives',
  'false_negatives',
  'true_negatives',
] as const;
export type BinaryMeasure = (typeof binaryMeasures)[number];

/** Measures of a model of three or more classes: macro means over the classes, accuracy over the rows. */
export const multiclassMeasures = [
  'roc_auc',
  'average_precision',
  'accuracy',
  'balanced_accuracy',
  'precision',
  'recall',
  'specificity',
  'f1',
] as const;
export type MulticlassMeasure = (typeof multiclassMeasures)[number];

/** Measures of a regression model, in units of the target (mse: squared; mape: share; msle and rmsle: of log(1 + y)). */
export const estimatedOfRegression = ['mae', 'mse', 'rmse', 'mape', 'msle', 'rmsle'] as const;
export type EstimatedError = (typeof estimatedOfRegression)[number];

export type EstimatedMeasure = BinaryMeasure | MulticlassMeasure | EstimatedError;
