import { fraction, type MeasureDefinition } from '../definition.ts';
import { meanOfErrors, type RegressionMeasure } from './regressionMeasure.ts';

export const mseMeasure: MeasureDefinition = {
  id: 'mse',
  unit: 'target_squared',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  needs: 'predicted_values',
  name: () => 'MSE',
  about: (t) => t('Mean squared error, in the target’s unit squared'),
};

export const mseOfErrors: RegressionMeasure = {
  definition: mseMeasure,
  measured: (pass) => meanOfErrors(mseMeasure, pass, pass.totals.e2, pass.totals.e4),
};
