import { expectedDistance, type MoveEvidence, movedShare } from '../stats/distances/movedShare.ts';
import { reachesLimit } from './reachesLimit.ts';

/** What a distance is no larger than: `blocks`, how days (hours, groups) of the reference differ; `chance`, what independent rows give. */
export type Within = 'blocks' | 'chance';

/** A smaller share of rows is not told from none. */
const told = 0.01;
/** A distance this close to what is expected leaves nothing once that is taken out. */
const close = 1.05;

/**
 * Why nothing is left of a distance that is there: a share of rows moved of 0 does not say that values lie where they lay. Null where something is left, or
 * where the plain distance is below 1 %. `phi`: how many times the variance of independent rows. O(kinds).
 */
export function withinNoise(move: MoveEvidence, phi: number): Within | null {
  if (!reachesLimit(move.tvd, told) || reachesLimit(movedShare(move, phi), told)) return null;
  if (move.tvd > close * expectedDistance(move, phi)) return null;
  return movedShare(move, 1) < told ? 'chance' : 'blocks';
}
