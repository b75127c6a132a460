import type { DriftMeasure } from './driftMeasure.ts';

/** Read from the chi-square's value, which has it. */
export const cramersVMeasure: DriftMeasure = {
  id: 'cramers_v',
  unit: 'index',
  direction: 'lower',
  range: [0, 1],
  of: ['category'],
  key: 'chiSquare',
  field: 'cramersV',
  tests: [],
  fullColour: null,
  name: (t) => t('Cramér’s V'),
  short: (t) => t('Cramér’s V'),
  about: (t) => t('The chi-square in relation to the rows: 0 is no difference, 1 is none in common'),
};
