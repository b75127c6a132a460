import { type MeasureDefinition, points } from '../definition.ts';
import { meanOverUsers, type RankingMeasure } from './rankingMeasure.ts';

export const recallAtKMeasure: MeasureDefinition = {
  id: 'recall_at_k',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 4 },
  needs: 'lists',
  cutOff: 'length',
  name: (t, at) => t('recall{0}', at ?? ''),
  about: (t) => t('Share of the relevant items that the list holds; mean over users'),
};

export const recallAtKOfLists: RankingMeasure = {
  definition: recallAtKMeasure,
  measured: (pass) => meanOverUsers(recallAtKMeasure, pass, pass.recalls),
};
