import { psi } from '../../stats/distances/psi.ts';
import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';

export const psiMeasure: DriftMeasure = {
  id: 'psi',
  unit: 'nats',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  of: ['number', 'category'],
  key: 'psi',
  field: null,
  csv: null,
  tests: [],
  fullColour: 0.25,
  name: (t) => t('PSI (population stability index)'),
  short: (t) => t('PSI'),
  spoken: (t) => t('PSI'),
  about: (t) => t('Sum over bins or categories of the change of the share times the change of its logarithm'),
};

/** On 10 bins of the reference or on categories, smoothed by 0.5. */
export function psiValue({ reference, current }: DriftWindow): number {
  return psi(reference, current);
}
