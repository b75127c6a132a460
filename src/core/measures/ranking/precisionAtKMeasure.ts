import { type MeasureDefinition, points } from '../definition.ts';
import { meanOverUsers, type RankingMeasure } from './rankingMeasure.ts';

export const precisionAtKMeasure: MeasureDefinition = {
  id: 'precision_at_k',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 3 },
  needs: 'lists',
  cutOff: 'length',
  name: (t, at) => t('precision{0}', at ?? ''),
  about: (t) => t('Share of the list that is relevant; mean over users'),
};

export const precisionAtKOfLists: RankingMeasure = {
  definition: precisionAtKMeasure,
  measured: (pass) => meanOverUsers(precisionAtKMeasure, pass, pass.precisions),
};
