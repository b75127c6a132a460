import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';

export const andersonDarlingMeasure: DriftMeasure = {
  id: 'anderson_darling',
  unit: 'statistic',
  direction: 'lower',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  of: ['number'],
  key: 'andersonDarling',
  field: 'a2',
  p: 'p',
  tests: ['anderson_darling'],
  fullColour: null,
  name: (t) => t('Anderson–Darling A²'),
  short: (t) => t('Anderson–Darling A²'),
  about: (t) => t('Squared distance of the cumulative distributions, the tails counting more; grows with the rows'),
};

/** Two-sample A²akN. */
export interface AndersonDarlingValue {
  readonly a2: number;
  readonly p: number;
}

/** The test by rows, as it was made for the verdict. */
export function andersonDarlingValue({ values, row }: DriftWindow): AndersonDarlingValue | null {
  return values === null || row === null || row.statistic === null ? null : { a2: row.statistic, p: row.p };
}
