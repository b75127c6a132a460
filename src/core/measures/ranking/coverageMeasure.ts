import { type MeasureDefinition, points } from '../definition.ts';
import { coverageAtK } from './coverage.ts';
import { plainOverLists, type RankingMeasure } from './rankingMeasure.ts';

export const coverageMeasure: MeasureDefinition = {
  id: 'coverage',
  unit: 'share',
  direction: 'neither',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  shown: { ranking: 8 },
  needs: 'items',
  cutOff: 'length',
  name: (t, at) => t('coverage{0}', at ?? ''),
  about: (t) => t('Share of all items that stand in any list'),
};

export const coverageOfLists: RankingMeasure = {
  definition: coverageMeasure,
  measured: (pass) =>
    pass.items === null
      ? null
      : plainOverLists(coverageMeasure, pass, coverageAtK(pass.lists, pass.items.item, pass.k, pass.items.catalogue)),
};
