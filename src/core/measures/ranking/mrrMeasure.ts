import { type MeasureDefinition, points } from '../definition.ts';
import { meanOverUsers, type RankingMeasure } from './rankingMeasure.ts';
import { reciprocalRankAtK } from './reciprocalRank.ts';

export const mrrMeasure: MeasureDefinition = {
  id: 'mrr',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 6 },
  needs: 'lists',
  cutOff: 'length',
  name: (_, at) => `MRR${at ?? ''}`,
  about: (t) => t('One divided by the place of the first relevant item; mean over users'),
};

export const mrrOfLists: RankingMeasure = {
  definition: mrrMeasure,
  measured: (pass) =>
    meanOverUsers(
      mrrMeasure,
      pass,
      pass.users((relevance) => reciprocalRankAtK(relevance, pass.k)),
    ),
};
