import { jensenShannonDistance } from '../../stats/distances/jensenShannon.ts';
import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';

export const jensenShannonMeasure: DriftMeasure = {
  id: 'jensen_shannon',
  unit: 'index',
  direction: 'lower',
  range: [0, 1],
  of: ['number', 'category'],
  key: 'jensenShannon',
  field: null,
  csv: null,
  tests: [],
  fullColour: 0.2,
  name: (t) => t('Jensen–Shannon distance'),
  short: (t) => t('JS'),
  about: (t) => t('Root of the mean divergence of both sides from their mixture, in bits'),
};

/** On the bins or categories, base 2. */
export function jensenShannonValue({ reference, current }: DriftWindow): number {
  return jensenShannonDistance(reference, current, 2);
}
