import { type MeasureDefinition, points } from '../definition.ts';
import { ndcgAtK } from './ndcg.ts';
import { meanOverUsers, type RankingMeasure } from './rankingMeasure.ts';

export const ndcgMeasure: MeasureDefinition = {
  id: 'ndcg',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 1 },
  needs: 'lists',
  cutOff: 'length',
  name: (_, at) => `NDCG${at ?? ''}`,
  about: (t) => t('Gain of the list, less the lower it stands, in relation to the best order; mean over users'),
};

export const ndcgOfLists: RankingMeasure = {
  definition: ndcgMeasure,
  measured: (pass) =>
    meanOverUsers(
      ndcgMeasure,
      pass,
      pass.users((relevance) => ndcgAtK(relevance, pass.k)),
    ),
};
