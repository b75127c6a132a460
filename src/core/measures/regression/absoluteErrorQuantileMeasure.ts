import { fraction, type MeasureDefinition } from '../definition.ts';
import { quantileMeasure } from './quantileMeasure.ts';
import type { RegressionMeasure } from './regressionMeasure.ts';

export const absoluteErrorQuantileMeasure: MeasureDefinition = {
  id: 'absolute_error_quantile',
  unit: 'target',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  shown: { regression: 6 },
  needs: 'predicted_values',
  cutOff: 'share',
  quantile: 'cut_off',
  name: (t, at) => (at === null ? t('quantile of the absolute error') : t('{0} quantile of the absolute error', at)),
  about: (t) => t('This share of the absolute errors is smaller, in the target’s unit'),
};

export const absoluteErrorQuantileOfErrors: RegressionMeasure = {
  definition: absoluteErrorQuantileMeasure,
  ofSorted: ({ absoluteErrors, alpha, quantile }) =>
    quantileMeasure(absoluteErrorQuantileMeasure, absoluteErrors, quantile, alpha, quantile),
};
