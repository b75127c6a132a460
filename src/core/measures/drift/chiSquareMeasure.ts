import { chiSquareHomogeneity } from '../../stats/tests/chiSquareHomogeneity.ts';
import type { DriftMeasure, DriftWindow } from './driftMeasure.ts';

export const chiSquareMeasure: DriftMeasure = {
  id: 'chi_square',
  unit: 'statistic',
  direction: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  of: ['category'],
  key: 'chiSquare',
  field: 'statistic',
  p: 'p',
  csv: 'statistic',
  named: 'df',
  tests: ['chi_square', 'chi_square_and_fisher'],
  fullColour: null,
  name: (t) => t('chi-square ({0} degrees of freedom)', '{0}'),
  short: (t) => t('chi-square'),
  about: (t) => t('Squared distance of the counts from what both sides together would give; grows with the rows'),
};

export interface ChiSquareValue {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly cramersV: number;
}

/** Of categories, where there are two at least. */
export function chiSquareValue({ comparedAs, reference, current }: DriftWindow): ChiSquareValue | null {
  if (comparedAs === 'number') return null;
  const { statistic, df, p, cramersV } = chiSquareHomogeneity(reference, current);
  return df > 0 ? { statistic, df, p, cramersV } : null;
}
