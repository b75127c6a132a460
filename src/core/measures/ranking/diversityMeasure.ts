import { fraction, type MeasureDefinition } from '../definition.ts';
import { diversityAtK } from './diversity.ts';
import { meanOverUsers, type RankingMeasure } from './rankingMeasure.ts';

export const diversityMeasure: MeasureDefinition = {
  id: 'diversity',
  unit: 'distance',
  direction: 'neither',
  range: [0, 2],
  allowedDrop: fraction,
  tasks: ['ranking'],
  shown: { ranking: 9 },
  needs: 'item_features',
  cutOff: 'length',
  name: (t, at) => t('diversity{0}', at ?? ''),
  about: (t) => t('How different the items of one list are, on average'),
};

export const diversityOfLists: RankingMeasure = {
  definition: diversityMeasure,
  measured: (pass) =>
    pass.distance === null ? null : meanOverUsers(diversityMeasure, pass, diversityAtK(pass.lists, pass.k, pass.distance)),
};
