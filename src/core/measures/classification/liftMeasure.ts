import { fraction, type MeasureDefinition } from '../definition.ts';
import { liftGain } from './liftGain.ts';
import type { ScoreMeasure } from './scoreMeasure.ts';

export const liftMeasure: MeasureDefinition = {
  id: 'lift',
  unit: 'multiple',
  direction: 'higher',
  range: [0, Number.POSITIVE_INFINITY],
  allowedDrop: fraction,
  tasks: ['binary'],
  needs: 'score',
  cutOff: 'share',
  name: (t, at) => (at === null ? t('lift') : t('lift in the top {0}', at)),
  about: (t) => t('How many times as many positives the highest scores hold as a draw at random'),
};

export const liftOfScores: ScoreMeasure = {
  definition: liftMeasure,
  byFraction: true,
  of: (counts, at) => liftGain(counts, at ?? 1)?.lift ?? null,
  none: () => 'no_positives',
};
