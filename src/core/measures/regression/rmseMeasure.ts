import { fraction, type MeasureDefinition } from '../definition.ts';
import { estimated, type RegressionMeasure } from './regressionMeasure.ts';
import { rootMeanSquaredError } from './rootMeanSquaredError.ts';

export const rmseMeasure: MeasureDefinition = {
  id: 'rmse',
  unit: 'target',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  shown: { regression: 2 },
  needs: 'predicted_values',
  name: () => 'RMSE',
  about: (t) => t('Root of the mean squared error, in the target’s unit: large errors count more'),
};

export const rmseOfErrors: RegressionMeasure = {
  definition: rmseMeasure,
  measured: (pass) => estimated(rmseMeasure, pass, rootMeanSquaredError(pass.totals), 'no_rows'),
};
