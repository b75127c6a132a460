import { type MeasureDefinition, points } from '../definition.ts';
import { liftGain } from './liftGain.ts';
import type { ScoreMeasure } from './scoreMeasure.ts';

export const gainMeasure: MeasureDefinition = {
  id: 'gain',
  unit: 'share',
  direction: 'higher',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  needs: 'score',
  cutOff: 'share',
  name: (t, at) => (at === null ? t('gain') : t('gain in the top {0}', at)),
  about: (t) => t('Share of all positives that the highest scores hold'),
};

export const gainOfScores: ScoreMeasure = {
  definition: gainMeasure,
  byFraction: true,
  of: (counts, at) => liftGain(counts, at ?? 1)?.gain ?? null,
  none: () => 'no_positives',
};
