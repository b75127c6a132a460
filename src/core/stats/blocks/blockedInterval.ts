import { studentTIsf } from '../distributions/studentT.ts';
import { logitInterval } from '../intervals/logitInterval.ts';
import { type BlockedSide, blockedVariance } from './blockEffect.ts';

/**
 * Interval of a mean (or, with `share`, of a share: on the logit scale) of one side whose rows go together by block. Null where rows are independent, and for a
 * share of 0 or 1.
 *
 * @param reference says how blocks differ where the side has few of them; null: there is none, or this is it.
 */
export function blockedInterval(
  value: number,
  side: BlockedSide,
  reference: BlockedSide | null,
  share: boolean,
  alpha = 0.05,
): { readonly low: number; readonly high: number } | null {
  const { variance, degrees } = blockedVariance(1, side, reference);
  if (degrees === null || !(variance > 0)) return null;
  const half = studentTIsf(alpha / 2, degrees) * Math.sqrt(variance);
  return share ? logitInterval(value, half) : { low: value - half, high: value + half };
}
