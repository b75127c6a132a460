import { fraction, type MeasureDefinition } from '../definition.ts';
import { symmetricMeanAbsolutePercentageError } from './percentageErrors.ts';
import { estimated, type RegressionMeasure } from './regressionMeasure.ts';

export const smapeMeasure: MeasureDefinition = {
  id: 'smape',
  unit: 'share',
  direction: 'lower',
  range: [0, 2],
  allowedDrop: fraction,
  tasks: ['regression'],
  needs: 'predicted_values',
  name: () => 'sMAPE',
  about: (t) => t('Mean absolute error in relation to the mean of true and predicted value'),
};

export const smapeOfErrors: RegressionMeasure = {
  definition: smapeMeasure,
  measured: (pass) => estimated(smapeMeasure, pass, symmetricMeanAbsolutePercentageError(pass.totals), 'no_rows'),
};
