import { fraction, type MeasureDefinition } from '../definition.ts';
import { quantileMeasure } from './quantileMeasure.ts';
import type { RegressionMeasure } from './regressionMeasure.ts';

export const medianAbsoluteErrorMeasure: MeasureDefinition = {
  id: 'median_absolute_error',
  unit: 'target',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  shown: { regression: 5 },
  needs: 'predicted_values',
  quantile: 0.5,
  name: (t) => t('median absolute error'),
  about: (t) => t('Half of the errors are smaller than this, in the target’s unit'),
};

export const medianAbsoluteErrorOfErrors: RegressionMeasure = {
  definition: medianAbsoluteErrorMeasure,
  ofSorted: ({ absoluteErrors, alpha }) => quantileMeasure(medianAbsoluteErrorMeasure, absoluteErrors, 0.5, alpha, null),
};
