import { type MeasureDefinition, points } from '../definition.ts';
import { type Measure, measureOf, undefinedMeasure } from '../measure.ts';
import { normalMeasure } from '../uncertainty.ts';
import { f1AtK } from './precisionAtK.ts';
import type { RankingMeasure, RankingPass } from './rankingMeasure.ts';

export const f1AtKMeasure: MeasureDefinition = {
  id: 'f1_at_k',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 5 },
  needs: 'lists',
  cutOff: 'length',
  name: (_, at) => `F1${at ?? ''}`,
  about: (t) => t('Harmonic mean of precision and recall of the list; mean over users'),
};

/** F1 of mean precision and mean recall; standard error by the delta method from both values of each user. */
function measured({ precisions, recalls, alpha, k }: RankingPass): Measure {
  const n = precisions.length;
  if (n === 0) return undefinedMeasure(f1AtKMeasure, 'no_users', 0, k);
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / n;
  const p = mean(precisions);
  const r = mean(recalls);
  const value = f1AtK(p, r);
  if (value === 0 || n < 2) return measureOf(f1AtKMeasure, value, n, {}, k);
  const byP = (2 * r * r) / (p + r) ** 2;
  const byR = (2 * p * p) / (p + r) ** 2;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (byP * (precisions[i]! - p) + byR * (recalls[i]! - r)) ** 2;
  return normalMeasure(f1AtKMeasure, { value, standardError: Math.sqrt(squares / (n - 1) / n), n, at: k }, alpha, 'delta_method');
}

export const f1AtKOfLists: RankingMeasure = { definition: f1AtKMeasure, measured };
