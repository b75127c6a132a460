import { fraction, type MeasureDefinition } from '../definition.ts';
import { measureOf } from '../measure.ts';
import type { RegressionMeasure } from './regressionMeasure.ts';

export const maxErrorMeasure: MeasureDefinition = {
  id: 'max_error',
  unit: 'target',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  needs: 'predicted_values',
  name: (t) => t('largest error'),
  about: (t) => t('The largest absolute error, in the target’s unit'),
};

/** Without an interval. */
export const maxErrorOfErrors: RegressionMeasure = {
  definition: maxErrorMeasure,
  measured: ({ totals }) => measureOf(maxErrorMeasure, totals.maxAbs, totals.rows),
};
