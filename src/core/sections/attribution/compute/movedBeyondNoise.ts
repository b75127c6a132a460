import type { BlockEffect } from '../../../stats/blocks/blockEffect.ts';
import { movedShare, moveEvidence } from '../../../stats/distances/movedShare.ts';
import { totalVariation } from '../../../stats/distances/totalVariation.ts';

/** Share of rows that moved between two counts over the same bins, without the noise that rows, or days where rows of a day go together, put into it. O(bins). */
export function movedBeyondNoise(reference: ArrayLike<number>, current: ArrayLike<number>, effect: BlockEffect | null): number {
  const { corrected } = totalVariation(reference, current);
  return effect === null || Number.isNaN(corrected)
    ? corrected
    : movedShare({ ...moveEvidence(reference, current), chance: 0 }, effect.factor);
}
