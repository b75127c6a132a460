import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';

export const wassersteinMeasure: DriftMeasure = {
  id: 'wasserstein',
  unit: 'robust_sd',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  of: ['number'],
  key: 'wasserstein',
  field: 'robustSd',
  csv: 'raw',
  tests: [],
  fullColour: 0.5,
  name: (t) => t('Wasserstein, in robust SD'),
  short: (t) => t('W₁ / SD'),
  about: (t) => t('How far values have to be moved, on average, to turn one distribution into the other'),
};

export interface WassersteinValue {
  readonly raw: number;
  readonly robustSd: number | null;
}

/** The distance in the column's unit, and in robust standard deviations of the reference where these are not 0. */
export function wassersteinValue({ values }: DriftWindow): WassersteinValue | null {
  if (values === null) return null;
  const { wasserstein, scale } = values;
  return { raw: wasserstein, robustSd: scale === null || scale === 0 ? null : wasserstein / scale };
}
