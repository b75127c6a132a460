import { fraction, type MeasureDefinition } from '../definition.ts';
import { meanMeasure } from '../uncertainty.ts';
import type { RegressionMeasure } from './regressionMeasure.ts';

export const pinballMeasure: MeasureDefinition = {
  id: 'pinball',
  unit: 'target',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  needs: 'predicted_values',
  cutOff: 'number',
  name: (t) => t('pinball loss'),
  about: (t) => t('Error of a predicted quantile, in the target’s unit'),
};

/** One for each quantile that was predicted. */
export const pinballOfErrors: RegressionMeasure = {
  definition: pinballMeasure,
  ofPredictedQuantiles: ({ pinball, totals, alpha }) =>
    pinball.map(({ at, loss }) => meanMeasure(pinballMeasure, loss, totals.rows, alpha, at)),
};
