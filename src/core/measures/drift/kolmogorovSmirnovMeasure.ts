import { kolmogorovSmirnovP } from '../../stats/tests/kolmogorovSmirnovP.ts';
import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';

export const kolmogorovSmirnovMeasure: DriftMeasure = {
  id: 'ks',
  unit: 'index',
  direction: 'lower',
  range: [0, 1],
  of: ['number'],
  key: 'ks',
  field: 'd',
  p: 'p',
  csv: 'd',
  tests: [],
  fullColour: 0.2,
  name: (t) => t('Kolmogorov–Smirnov D'),
  short: (t) => t('KS D'),
  about: (t) => t('Largest distance between the cumulative distributions of both sides'),
};

export interface KolmogorovSmirnovValue {
  readonly d: number;
  readonly p: number;
}

/** The exact p is made up to this many pairs of rows (a few milliseconds); it decides nothing here, so more would only cost time. */
const exactPairs = 1_000_000;

/** The distance with its p: exact for small samples, asymptotic beyond. */
export function kolmogorovSmirnovValue({ values }: DriftWindow): KolmogorovSmirnovValue | null {
  if (values === null) return null;
  const { n, m, d } = values;
  return { d, p: kolmogorovSmirnovP(n, m, d, n * m <= exactPairs ? 'auto' : 'asymptotic') };
}
