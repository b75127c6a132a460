import { fraction, type MeasureDefinition } from '../definition.ts';
import { meanOfErrors, type RegressionMeasure } from './regressionMeasure.ts';

export const maeMeasure: MeasureDefinition = {
  id: 'mae',
  unit: 'target',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  shown: { regression: 1 },
  needs: 'predicted_values',
  name: () => 'MAE',
  about: (t) => t('Mean absolute error, in the target’s unit'),
};

export const maeOfErrors: RegressionMeasure = {
  definition: maeMeasure,
  measured: (pass) => meanOfErrors(maeMeasure, pass, pass.totals.abs, pass.totals.e2),
};
