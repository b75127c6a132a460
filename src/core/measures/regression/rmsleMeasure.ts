import { fraction, type MeasureDefinition } from '../definition.ts';
import { measureOf, undefinedMeasure } from '../measure.ts';
import { normalMeasure } from '../uncertainty.ts';
import { meanOfErrors, type RegressionMeasure } from './regressionMeasure.ts';

export const rmsleMeasure: MeasureDefinition = {
  id: 'rmsle',
  unit: 'loss',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  needs: 'predicted_values',
  name: () => 'RMSLE',
  about: (t) => t('Error on the logarithmic scale: about a relative error'),
};

/** The error by the delta method from that of the mean squared log error. */
export const rmsleOfErrors: RegressionMeasure = {
  definition: rmsleMeasure,
  measured: (pass) => {
    const { log2, log4, weight, below0, rows } = pass.totals;
    if (below0 > 0) return undefinedMeasure(rmsleMeasure, 'value_below_0', rows);
    const log = Math.sqrt(log2 / weight);
    const { basis } = meanOfErrors(rmsleMeasure, pass, log2, log4);
    if (basis?.kind !== 'mean' || !(log > 0)) return measureOf(rmsleMeasure, log, rows);
    const standardError = Math.sqrt(basis.variance / basis.rows) / (2 * log);
    return normalMeasure(rmsleMeasure, { value: log, standardError, n: rows }, pass.alpha, 'delta_method');
  },
};
