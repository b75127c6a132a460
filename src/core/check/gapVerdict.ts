import type { Fairness } from '../sections/fairness/result.ts';
import { judged } from './judged.ts';
import { reachesLimit } from './reachesLimit.ts';
import type { Verdict } from './verdict.ts';

type Gap = Fairness['gaps'][number];

const alpha = 0.05;
/** The four-fifths rule of selection rates. */
const fourFifths = 0.8;
/** A gap in rates beyond this is too wide. */
const widestGap = 0.1;

/** How wide a gap between groups may be: a ratio at least, a difference at most. */
export function gapLimit(code: Gap['code']): number {
  return code === 'demographic_parity_ratio' ? fourFifths : widestGap;
}

/** Whether a ratio of selection rates keeps the four-fifths rule, a ratio of exactly four fifths on every platform; null without one. Source: 29 CFR 1607.4 D. */
export function keepsFourFifths(ratio: number | null): boolean | null {
  return ratio === null ? null : reachesLimit(ratio, fourFifths);
}

/** Whether a gap lies beyond its limit. */
function isBeyond({ code, value }: Pick<Gap, 'code' | 'value'>): boolean {
  return code === 'demographic_parity_ratio' ? keepsFourFifths(value) === false : value !== null && value > widestGap;
}

/** Whether a gap is too wide, and for certain. @param adjusted p that the groups are alike, over the rates compared; null: not tested. */
export function gapBreached(gap: Pick<Gap, 'code' | 'value'>, adjusted: number | null): boolean {
  return isBeyond(gap) && (adjusted ?? 1) <= alpha;
}

/** The verdict on a gap: beyond its limit it may still be chance. */
export function gapVerdict(gap: Gap): Verdict {
  if (gap.value === null) return judged('not_applicable', { reason: 'no_value' });
  if (gap.breached) return judged('fail');
  return isBeyond(gap) ? judged('cannot_tell', { reason: 'may_be_chance' }) : judged('pass');
}
