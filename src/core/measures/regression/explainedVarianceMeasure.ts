import { type MeasureDefinition, points } from '../definition.ts';
import { measureOf, undefinedMeasure } from '../measure.ts';
import type { RegressionMeasure } from './regressionMeasure.ts';
import { explainedVariance } from './rSquared.ts';

export const explainedVarianceMeasure: MeasureDefinition = {
  id: 'explained_variance',
  unit: 'index',
  direction: 'higher',
  range: [Number.NEGATIVE_INFINITY, 1],
  allowedDrop: points,
  tasks: ['regression'],
  needs: 'predicted_values',
  name: (t) => t('explained variance'),
  about: (t) => t('As R², but a constant error is not counted'),
};

export const explainedVarianceOfErrors: RegressionMeasure = {
  definition: explainedVarianceMeasure,
  measured: ({ totals }) => {
    const explained = explainedVariance(totals);
    return explained === null
      ? undefinedMeasure(explainedVarianceMeasure, 'constant_target', totals.rows)
      : measureOf(explainedVarianceMeasure, explained, totals.rows);
  },
};
