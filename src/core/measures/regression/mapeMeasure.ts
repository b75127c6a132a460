import { fraction, type MeasureDefinition } from '../definition.ts';
import { meanAbsolutePercentageError } from './percentageErrors.ts';
import { estimated, type RegressionMeasure } from './regressionMeasure.ts';

export const mapeMeasure: MeasureDefinition = {
  id: 'mape',
  unit: 'share',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  shown: { regression: 4 },
  needs: 'predicted_values',
  name: () => 'MAPE',
  about: (t) => t('Mean absolute error in relation to the true value'),
};

export const mapeOfErrors: RegressionMeasure = {
  definition: mapeMeasure,
  measured: (pass) => estimated(mapeMeasure, pass, meanAbsolutePercentageError(pass.totals), 'zero_target'),
};
