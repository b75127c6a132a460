import { reachesLimit } from '../drift/reachesLimit.ts';
import { rowsToResolve } from '../inference/rowsToResolve.ts';
import { holm } from '../stats/holm.ts';
import { type AllowedDrop, catalogue } from './catalogue.ts';
import type { Measure } from './measure.ts';
import { type MeasureDifference, measureDifference, varianceOf } from './measureDifference.ts';

export type DropOutcome = 'pass' | 'fail' | 'cannot_tell' | 'improved' | 'not_applicable';

export type DropReason =
  /** A value is missing; the measures say why. */
  | 'no_value'
  /** Neither way is better. */
  | 'no_direction'
  /** Nothing is known of the measure's spread. */
  | 'no_interval'
  /** The drop exceeds what is allowed but may be chance. */
  | 'may_be_chance'
  /** No drop was seen, but so few rows could well hide one; or there are fewer than 30 on a side. */
  | 'too_few_rows';

/** Whether a measure has dropped from reference to current. */
export interface DropVerdict {
  readonly outcome: DropOutcome;
  readonly reason: DropReason | null;
  readonly difference: MeasureDifference | null;
  /** Largest drop that is allowed, in the unit of the measure. */
  readonly allowed: number | null;
  /** One-sided p of a drop after Holm over the family. */
  readonly adjustedP: number | null;
  /** Set for "cannot tell": current rows at which the drop would show in 4 of 5 samples; null when the reference is too small for it. */
  readonly rowsNeeded: number | null;
}

export interface DropPair {
  readonly reference: Measure;
  readonly current: Measure;
  /** Default: that of the measure (2 points, losses 5 % of the reference value). */
  readonly allowed?: AllowedDrop;
}

export interface DropOptions {
  readonly alpha?: number;
  readonly power?: number;
}

/** Below this many rows on a side nothing is tested, as for drift. */
const fewestRows = 30;

function tooFew({ reference, current }: DropPair): boolean {
  return Math.min(reference.basis?.rows ?? 0, current.basis?.rows ?? 0) < fewestRows;
}

function allowedChange({ reference, allowed }: DropPair): number {
  const limit = allowed ?? catalogue[reference.name].allowedDrop;
  return limit.kind === 'absolute' ? limit.change : limit.change * Math.abs(reference.value ?? 0);
}

/**
 * Verdict on one measure, given the p-values of its whole family after Holm.
 *
 * @param adjusted one-sided p-values of a drop and of a gain. @param family measures shown together.
 */
export function dropVerdict(
  pair: DropPair,
  adjusted: { readonly worse: number | null; readonly better: number | null },
  family: number,
  { alpha = 0.05, power = 0.8 }: DropOptions = {},
): DropVerdict {
  const { reference, current } = pair;
  const nothing = { difference: null, allowed: null, adjustedP: null, rowsNeeded: null };
  if (reference.direction === 'neither') return { outcome: 'not_applicable', reason: 'no_direction', ...nothing };
  // Two-sided at twice the level: its bounds are the one-sided ones.
  const difference = measureDifference(reference, current, 2 * alpha);
  if (difference === null) return { outcome: 'not_applicable', reason: 'no_value', ...nothing };
  const allowed = allowedChange(pair);
  const verdict = (outcome: DropOutcome, reason: DropReason | null = null, rowsNeeded: number | null = null): DropVerdict => ({
    outcome,
    reason,
    difference,
    allowed,
    adjustedP: adjusted.worse,
    rowsNeeded,
  });
  const { drop, interval } = difference;
  if (interval === null) return verdict('cannot_tell', 'no_interval');
  const rowVariance = varianceOf(current.basis!) * current.basis!.rows;
  const size = Math.max(allowed, drop);
  const needed = rowsToResolve(size, varianceOf(reference.basis!), rowVariance, alpha / Math.max(1, family), power);
  if (tooFew(pair)) return verdict('cannot_tell', 'too_few_rows', needed === null ? null : Math.max(needed, fewestRows));
  if (adjusted.worse === null || adjusted.better === null) return verdict('cannot_tell', 'no_interval');
  const beyond = drop > 0 && reachesLimit(drop, allowed);
  if (beyond && adjusted.worse <= alpha) return verdict('fail');
  if (drop < 0 && reachesLimit(-drop, allowed) && adjusted.better <= alpha) return verdict('improved');
  if (beyond) return verdict('cannot_tell', 'may_be_chance', needed === null ? null : Math.max(needed, Math.ceil(current.basis!.rows) + 1));
  const ruledOut = interval.high <= allowed;
  const wouldShow = needed !== null && current.basis!.rows >= needed;
  return ruledOut || wouldShow ? verdict('pass') : verdict('cannot_tell', 'too_few_rows', needed);
}

/**
 * Verdicts on all measures shown together: a drop fails when its one-sided test holds after Holm over them **and** it reaches what is
 * allowed. An improvement is told, never an alarm. "Cannot tell" when a larger drop may be chance, or when no drop was seen but the rows
 * neither rule out nor would have shown one of the allowed size.
 *
 * Source: statistics reference, sections 8 and 20.
 */
export function dropVerdicts(pairs: readonly DropPair[], options: DropOptions = {}): DropVerdict[] {
  const differences = pairs.map((pair) => (tooFew(pair) ? null : measureDifference(pair.reference, pair.current)));
  const worse = holm(differences.map((d) => d?.pWorse ?? null));
  const better = holm(differences.map((d) => d?.pBetter ?? null));
  const family = worse.filter((p) => p !== null).length;
  return pairs.map((pair, i) => dropVerdict(pair, { worse: worse[i]!, better: better[i]! }, family, options));
}
