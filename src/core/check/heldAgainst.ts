import type { HeldLimit } from './askedLimits.ts';
import { judged } from './judged.ts';
import type { Measurement } from './measurement.ts';
import type { Verdict } from './verdict.ts';

/** Numbers that differ by less in proportion are equal: what rounding leaves. */
const rounding = 1e-9;

/**
 * A value held against limits. A breach means that the interval lies beyond the limit, where there is one; a value beyond whose interval is not is
 * "cannot tell", with the rows at which an interval that narrows as √n would leave the limit out. The worst of the limits tells.
 */
export function heldAgainst(
  { value, rows }: Pick<Measurement, 'value' | 'rows'>,
  limits: readonly HeldLimit[],
): { readonly verdict: Verdict; readonly broken: HeldLimit | null } {
  let unsure: { verdict: Verdict; broken: HeldLimit } | null = null;
  for (const limit of limits) {
    if (!isBeyond(value!, limit)) continue;
    const [gap, width] = distance(value!, limit);
    if (width < gap || width === 0) return { verdict: judged('fail', { reason: 'beyond' }), broken: limit };
    const needed = rows === null || !Number.isFinite(width) ? null : Math.ceil(rows * (width / gap) ** 2);
    unsure ??= { verdict: judged('cannot_tell', { reason: 'may_be_chance', rowsNeeded: needed }), broken: limit };
  }
  return unsure ?? { verdict: judged('pass'), broken: null };
}

/** Whether a value lies beyond a limit, rounding apart. */
export function isBeyond(value: number, { side, value: limit }: Pick<HeldLimit, 'side' | 'value'>): boolean {
  const slack = rounding * Math.max(Math.abs(value), Math.abs(limit));
  if (side === 'min') return limit - value > slack;
  if (side === 'max') return value - limit > slack;
  return Math.abs(value - limit) > slack;
}

/** How far the value lies beyond the limit, and how far its interval reaches back to it. Open: without end. */
function distance(value: number, { side, value: limit, interval }: HeldLimit): readonly [number, number] {
  const gap = Math.abs(value - limit);
  if (interval === null) return [gap, 0];
  const isBelow = side === 'min' || (side === 'equals' && value < limit);
  const end = isBelow ? interval.high : interval.low;
  return [gap, end === null ? Number.POSITIVE_INFINITY : Math.max(0, isBelow ? end - value : value - end)];
}
