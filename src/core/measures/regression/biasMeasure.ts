import { fraction, type MeasureDefinition } from '../definition.ts';
import { meanOfErrors, type RegressionMeasure } from './regressionMeasure.ts';

export const biasMeasure: MeasureDefinition = {
  id: 'bias',
  unit: 'target',
  direction: 'neither',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['regression'],
  shown: { regression: 7 },
  needs: 'predicted_values',
  name: (t) => t('mean error'),
  about: (t) => t('Mean of prediction less truth, in the target’s unit: 0 is best'),
};

export const biasOfErrors: RegressionMeasure = {
  definition: biasMeasure,
  measured: (pass) => meanOfErrors(biasMeasure, pass, pass.totals.e, pass.totals.e2),
};
