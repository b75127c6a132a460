import type { Translate } from '../translate.ts';

/** What a measure of regression is; null for others. */
export function regressionAbout(code: string, t: Translate): string | null {
  switch (code) {
    case 'mae':
      return t('Mean absolute error, in the target’s unit');
    case 'mse':
      return t('Mean squared error, in the target’s unit squared');
    case 'rmse':
      return t('Root of the mean squared error, in the target’s unit: large errors count more');
    case 'r2':
      return t('Share of the target’s variance that is predicted: 0 is no better than the mean');
    case 'explained_variance':
      return t('As R², but a constant error is not counted');
    case 'mape':
      return t('Mean absolute error in relation to the true value');
    case 'smape':
      return t('Mean absolute error in relation to the mean of true and predicted value');
    case 'wape':
      return t('Sum of the absolute errors in relation to the sum of the true values');
    case 'median_absolute_error':
      return t('Half of the errors are smaller than this, in the target’s unit');
    case 'max_error':
      return t('The largest absolute error, in the target’s unit');
    case 'absolute_error_quantile':
      return t('This share of the absolute errors is smaller, in the target’s unit');
    case 'bias':
      return t('Mean of prediction less truth, in the target’s unit: 0 is best');
    case 'pinball':
      return t('Error of a predicted quantile, in the target’s unit');
    case 'msle':
    case 'rmsle':
      return t('Error on the logarithmic scale: about a relative error');
    default:
      return null;
  }
}
