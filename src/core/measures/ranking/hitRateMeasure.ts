import { type MeasureDefinition, points } from '../definition.ts';
import { proportionMeasure } from '../uncertainty.ts';
import { hitRateAtK } from './precisionAtK.ts';
import type { RankingMeasure } from './rankingMeasure.ts';

export const hitRateMeasure: MeasureDefinition = {
  id: 'hit_rate',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 7 },
  needs: 'lists',
  cutOff: 'length',
  name: (t, at) => t('hit rate{0}', at ?? ''),
  about: (t) => t('Share of users whose list holds a relevant item'),
};

/** A proportion of users, so Wilson's interval. */
export const hitRateOfLists: RankingMeasure = {
  definition: hitRateMeasure,
  measured: ({ users, k, alpha }) => {
    const values = users((relevance) => hitRateAtK(relevance, k));
    const hits = values.reduce((sum, v) => sum + v, 0);
    return proportionMeasure(hitRateMeasure, { hits, of: values.length, reason: 'no_users', at: k }, { alpha, rowsPerWeight: 1 });
  },
};
