import { fraction, type MeasureDefinition } from '../definition.ts';
import { weightedAbsolutePercentageError } from './percentageErrors.ts';
import { estimated, type RegressionMeasure } from './regressionMeasure.ts';

export const wapeMeasure: MeasureDefinition = {
  id: 'wape',
  unit: 'share',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  needs: 'predicted_values',
  name: () => 'WAPE',
  about: (t) => t('Sum of the absolute errors in relation to the sum of the true values'),
};

export const wapeOfErrors: RegressionMeasure = {
  definition: wapeMeasure,
  measured: (pass) => estimated(wapeMeasure, pass, weightedAbsolutePercentageError(pass.totals), 'zero_target'),
};
