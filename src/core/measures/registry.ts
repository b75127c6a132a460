import { accuracyMeasure, accuracyOfLabels } from './classification/accuracyMeasure.ts';
import { averagePrecisionMeasure, averagePrecisionOfScores } from './classification/averagePrecisionMeasure.ts';
import { balancedAccuracyMeasure, balancedAccuracyOfLabels } from './classification/balancedAccuracyMeasure.ts';
import { brierMeasure, brierOfClassScores, brierOfScores } from './classification/brierMeasure.ts';
import { calibrationErrorMeasure, calibrationErrorOfScores } from './classification/calibrationErrorMeasure.ts';
import type { ClassScoreMeasure } from './classification/classScoreMeasure.ts';
import { f1MacroMeasure, f1MacroOfLabels } from './classification/f1MacroMeasure.ts';
import { f1Measure, f1OfLabels } from './classification/f1Measure.ts';
import { f1MicroMeasure, f1MicroOfLabels } from './classification/f1MicroMeasure.ts';
import { f1WeightedMeasure, f1WeightedOfLabels } from './classification/f1WeightedMeasure.ts';
import { falseNegativeRateMeasure, falseNegativeRateOfLabels } from './classification/falseNegativeRateMeasure.ts';
import { falsePositiveRateMeasure, falsePositiveRateOfLabels } from './classification/falsePositiveRateMeasure.ts';
import { fBetaMacroMeasure, fBetaMacroOfLabels } from './classification/fBetaMacroMeasure.ts';
import { fBetaMeasure, fBetaOfLabels } from './classification/fBetaMeasure.ts';
import { fBetaWeightedMeasure, fBetaWeightedOfLabels } from './classification/fBetaWeightedMeasure.ts';
import { gainMeasure, gainOfScores } from './classification/gainMeasure.ts';
import { giniMeasure, giniOfScores } from './classification/giniMeasure.ts';
import { kappaMeasure, kappaOfLabels } from './classification/kappaMeasure.ts';
import type { LabelMeasure } from './classification/labelMeasure.ts';
import { liftMeasure, liftOfScores } from './classification/liftMeasure.ts';
import { logLossMeasure, logLossOfClassScores, logLossOfScores } from './classification/logLossMeasure.ts';
import { mccMeasure, mccOfLabels } from './classification/mccMeasure.ts';
import { negativePredictiveValueMeasure, negativePredictiveValueOfLabels } from './classification/negativePredictiveValueMeasure.ts';
import { precisionMacroMeasure, precisionMacroOfLabels } from './classification/precisionMacroMeasure.ts';
import { precisionMeasure, precisionOfLabels } from './classification/precisionMeasure.ts';
import { precisionWeightedMeasure, precisionWeightedOfLabels } from './classification/precisionWeightedMeasure.ts';
import { recallMacroMeasure, recallMacroOfLabels } from './classification/recallMacroMeasure.ts';
import { recallMeasure, recallOfLabels } from './classification/recallMeasure.ts';
import { recallWeightedMeasure, recallWeightedOfLabels } from './classification/recallWeightedMeasure.ts';
import { rocAucMeasure, rocAucOfScores } from './classification/rocAucMeasure.ts';
import { rocAucOvoMacroMeasure, rocAucOvoMacroOfClassScores } from './classification/rocAucOvoMacroMeasure.ts';
import { rocAucOvoWeightedMeasure, rocAucOvoWeightedOfClassScores } from './classification/rocAucOvoWeightedMeasure.ts';
import { rocAucOvrMacroMeasure, rocAucOvrMacroOfClassScores } from './classification/rocAucOvrMacroMeasure.ts';
import { rocAucOvrWeightedMeasure, rocAucOvrWeightedOfClassScores } from './classification/rocAucOvrWeightedMeasure.ts';
import { scoreDistanceMeasure, scoreDistanceOfScores } from './classification/scoreDistanceMeasure.ts';
import type { ScoreMeasure } from './classification/scoreMeasure.ts';
import { specificityMeasure, specificityOfLabels } from './classification/specificityMeasure.ts';
import { topKAccuracyMeasure, topKAccuracyOfClassScores } from './classification/topKAccuracyMeasure.ts';
import type { MeasureDefinition } from './definition.ts';
import { coverageMeasure, coverageOfLists } from './ranking/coverageMeasure.ts';
import { diversityMeasure, diversityOfLists } from './ranking/diversityMeasure.ts';
import { f1AtKMeasure, f1AtKOfLists } from './ranking/f1AtKMeasure.ts';
import { hitRateMeasure, hitRateOfLists } from './ranking/hitRateMeasure.ts';
import { meanAveragePrecisionMeasure, meanAveragePrecisionOfLists } from './ranking/meanAveragePrecisionMeasure.ts';
import { mrrMeasure, mrrOfLists } from './ranking/mrrMeasure.ts';
import { ndcgMeasure, ndcgOfLists } from './ranking/ndcgMeasure.ts';
import { personalisationMeasure, personalisationOfLists } from './ranking/personalisationMeasure.ts';
import { precisionAtKMeasure, precisionAtKOfLists } from './ranking/precisionAtKMeasure.ts';
import type { RankingMeasure } from './ranking/rankingMeasure.ts';
import { recallAtKMeasure, recallAtKOfLists } from './ranking/recallAtKMeasure.ts';
import { absoluteErrorQuantileMeasure, absoluteErrorQuantileOfErrors } from './regression/absoluteErrorQuantileMeasure.ts';
import { biasMeasure, biasOfErrors } from './regression/biasMeasure.ts';
import { explainedVarianceMeasure, explainedVarianceOfErrors } from './regression/explainedVarianceMeasure.ts';
import { maeMeasure, maeOfErrors } from './regression/maeMeasure.ts';
import { mapeMeasure, mapeOfErrors } from './regression/mapeMeasure.ts';
import { maxErrorMeasure, maxErrorOfErrors } from './regression/maxErrorMeasure.ts';
import { medianAbsoluteErrorMeasure, medianAbsoluteErrorOfErrors } from './regression/medianAbsoluteErrorMeasure.ts';
import { mseMeasure, mseOfErrors } from './regression/mseMeasure.ts';
import { pinballMeasure, pinballOfErrors } from './regression/pinballMeasure.ts';
import type { RegressionMeasure } from './regression/regressionMeasure.ts';
import { rmseMeasure, rmseOfErrors } from './regression/rmseMeasure.ts';
import { rmsleMeasure, rmsleOfErrors } from './regression/rmsleMeasure.ts';
import { rSquaredMeasure, rSquaredOfErrors } from './regression/rSquaredMeasure.ts';
import { smapeMeasure, smapeOfErrors } from './regression/smapeMeasure.ts';
import { wapeMeasure, wapeOfErrors } from './regression/wapeMeasure.ts';

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

/** Every measure there is: facts and names only. What reads this list alone bundles nothing that computes. */
export const catalogue: Readonly<Record<MeasureName, MeasureDefinition>> = {
  accuracy: accuracyMeasure,
  balanced_accuracy: balancedAccuracyMeasure,
  precision: precisionMeasure,
  recall: recallMeasure,
  specificity: specificityMeasure,
  npv: negativePredictiveValueMeasure,
  fpr: falsePositiveRateMeasure,
  fnr: falseNegativeRateMeasure,
  f1: f1Measure,
  f_beta: fBetaMeasure,
  precision_macro: precisionMacroMeasure,
  recall_macro: recallMacroMeasure,
  f1_macro: f1MacroMeasure,
  f_beta_macro: fBetaMacroMeasure,
  precision_weighted: precisionWeightedMeasure,
  recall_weighted: recallWeightedMeasure,
  f1_weighted: f1WeightedMeasure,
  f_beta_weighted: fBetaWeightedMeasure,
  f1_micro: f1MicroMeasure,
  mcc: mccMeasure,
  kappa: kappaMeasure,
  log_loss: logLossMeasure,
  brier: brierMeasure,
  roc_auc: rocAucMeasure,
  roc_auc_ovr_macro: rocAucOvrMacroMeasure,
  roc_auc_ovr_weighted: rocAucOvrWeightedMeasure,
  roc_auc_ovo_macro: rocAucOvoMacroMeasure,
  roc_auc_ovo_weighted: rocAucOvoWeightedMeasure,
  average_precision: averagePrecisionMeasure,
  ks: scoreDistanceMeasure,
  gini: giniMeasure,
  lift: liftMeasure,
  gain: gainMeasure,
  ece: calibrationErrorMeasure,
  top_k_accuracy: topKAccuracyMeasure,
  mae: maeMeasure,
  mse: mseMeasure,
  rmse: rmseMeasure,
  r2: rSquaredMeasure,
  explained_variance: explainedVarianceMeasure,
  mape: mapeMeasure,
  smape: smapeMeasure,
  wape: wapeMeasure,
  median_absolute_error: medianAbsoluteErrorMeasure,
  max_error: maxErrorMeasure,
  absolute_error_quantile: absoluteErrorQuantileMeasure,
  bias: biasMeasure,
  pinball: pinballMeasure,
  rmsle: rmsleMeasure,
  ndcg: ndcgMeasure,
  map: meanAveragePrecisionMeasure,
  precision_at_k: precisionAtKMeasure,
  recall_at_k: recallAtKMeasure,
  f1_at_k: f1AtKMeasure,
  mrr: mrrMeasure,
  hit_rate: hitRateMeasure,
  coverage: coverageMeasure,
  personalisation: personalisationMeasure,
  diversity: diversityMeasure,
};

/** Whether a text is the code of a measure. */
export function isMeasureName(name: string): name is MeasureName {
  return Object.hasOwn(catalogue, name);
}

/** Computed from predicted labels, in the order of reports. */
export const measuresOfLabels: readonly LabelMeasure[] = [
  accuracyOfLabels,
  balancedAccuracyOfLabels,
  f1MicroOfLabels,
  precisionOfLabels,
  recallOfLabels,
  specificityOfLabels,
  negativePredictiveValueOfLabels,
  falsePositiveRateOfLabels,
  falseNegativeRateOfLabels,
  f1OfLabels,
  fBetaOfLabels,
  precisionMacroOfLabels,
  recallMacroOfLabels,
  f1MacroOfLabels,
  fBetaMacroOfLabels,
  precisionWeightedOfLabels,
  recallWeightedOfLabels,
  f1WeightedOfLabels,
  fBetaWeightedOfLabels,
  mccOfLabels,
  kappaOfLabels,
];

/** Computed from the score of two classes. */
export const measuresOfScores: readonly ScoreMeasure[] = [
  rocAucOfScores,
  giniOfScores,
  averagePrecisionOfScores,
  scoreDistanceOfScores,
  calibrationErrorOfScores,
  liftOfScores,
  gainOfScores,
  logLossOfScores,
  brierOfScores,
];

/** Computed from one score per class. */
export const measuresOfClassScores: readonly ClassScoreMeasure[] = [
  rocAucOvrMacroOfClassScores,
  rocAucOvrWeightedOfClassScores,
  rocAucOvoMacroOfClassScores,
  rocAucOvoWeightedOfClassScores,
  logLossOfClassScores,
  brierOfClassScores,
  topKAccuracyOfClassScores,
];

/** Computed from the errors of a regression. */
export const measuresOfErrors: readonly RegressionMeasure[] = [
  maeOfErrors,
  mseOfErrors,
  rmseOfErrors,
  rSquaredOfErrors,
  explainedVarianceOfErrors,
  mapeOfErrors,
  smapeOfErrors,
  wapeOfErrors,
  maxErrorOfErrors,
  biasOfErrors,
  rmsleOfErrors,
  medianAbsoluteErrorOfErrors,
  absoluteErrorQuantileOfErrors,
  pinballOfErrors,
];

/** Computed from the lists of users. */
export const measuresOfLists: readonly RankingMeasure[] = [
  ndcgOfLists,
  meanAveragePrecisionOfLists,
  precisionAtKOfLists,
  recallAtKOfLists,
  f1AtKOfLists,
  mrrOfLists,
  hitRateOfLists,
  coverageOfLists,
  personalisationOfLists,
  diversityOfLists,
];
