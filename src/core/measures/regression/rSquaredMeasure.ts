import { type MeasureDefinition, points } from '../definition.ts';
import { estimated, type RegressionMeasure } from './regressionMeasure.ts';
import { rSquared } from './rSquared.ts';

export const rSquaredMeasure: MeasureDefinition = {
  id: 'r2',
  unit: 'index',
  direction: 'higher',
  range: [Number.NEGATIVE_INFINITY, 1],
  allowedDrop: points,
  tasks: ['regression'],
  shown: { regression: 3 },
  needs: 'predicted_values',
  name: () => 'R²',
  about: (t) => t('Share of the target’s variance that is predicted: 0 is no better than the mean'),
};

export const rSquaredOfErrors: RegressionMeasure = {
  definition: rSquaredMeasure,
  measured: (pass) => estimated(rSquaredMeasure, pass, rSquared(pass.totals), pass.totals.rows < 2 ? 'no_rows' : 'constant_target'),
};
