import { type MeasureDefinition, points } from '../definition.ts';
import { averagePrecisionAtK } from './averagePrecisionAtK.ts';
import { meanOverUsers, type RankingMeasure } from './rankingMeasure.ts';

export const meanAveragePrecisionMeasure: MeasureDefinition = {
  id: 'map',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 2 },
  needs: 'lists',
  cutOff: 'length',
  name: (_, at) => `MAP${at ?? ''}`,
  about: (t) => t('Precision averaged over the relevant items of the list; mean over users'),
};

export const meanAveragePrecisionOfLists: RankingMeasure = {
  definition: meanAveragePrecisionMeasure,
  measured: (pass) =>
    meanOverUsers(
      meanAveragePrecisionMeasure,
      pass,
      pass.users((relevance, positives) => averagePrecisionAtK(relevance, positives, pass.k, pass.averagePrecisionDivisor)),
    ),
};
