import { type MeasureDefinition, points } from '../definition.ts';
import { calibrationError } from './calibrationError.ts';
import { equalWidthBins } from './reliability.ts';
import type { ScoreMeasure } from './scoreMeasure.ts';

export const calibrationErrorMeasure: MeasureDefinition = {
  id: 'ece',
  unit: 'share',
  direction: 'lower',
  range: [0, 1],
  allowedDrop: points,
  tasks: ['binary'],
  shown: { binary: 10 },
  needs: 'score',
  grownByChance: true,
  name: (t) => t('calibration error'),
  about: (t) => t('Mean distance between score and observed share, over bins of the score'),
};

export const calibrationErrorOfScores: ScoreMeasure = {
  definition: calibrationErrorMeasure,
  of: (counts) => {
    const bins = equalWidthBins(counts);
    return bins && (calibrationError(bins)?.ece ?? null);
  },
  none: () => 'score_outside_0_1',
  biased: true,
  byBlock: true,
};
