import { type MeasureDefinition, points } from '../definition.ts';
import { personalisationAtK } from './coverage.ts';
import { plainOverLists, type RankingMeasure } from './rankingMeasure.ts';

export const personalisationMeasure: MeasureDefinition = {
  id: 'personalisation',
  unit: 'share',
  direction: 'neither',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['ranking'],
  needs: 'items',
  cutOff: 'length',
  name: (t, at) => t('personalisation{0}', at ?? ''),
  about: (t) => t('How different the lists of two users are, on average'),
};

export const personalisationOfLists: RankingMeasure = {
  definition: personalisationMeasure,
  measured: (pass) =>
    pass.items === null ? null : plainOverLists(personalisationMeasure, pass, personalisationAtK(pass.lists, pass.items.item, pass.k)),
};
