import type { AllowedDrop } from '../measures/definition.ts';
import type { Measure } from '../measures/measure.ts';
import { basisVariance, type MeasureDifference, measureDifference } from '../measures/measureDifference.ts';
import { catalogue } from '../measures/registry.ts';
import { rowsToResolve } from '../stats/intervals/rowsToResolve.ts';
import { benjaminiHochberg } from '../stats/multiplicity/benjaminiHochberg.ts';
import { holm } from '../stats/multiplicity/holm.ts';
import { simes } from '../stats/multiplicity/simes.ts';
import { reachesLimit } from './reachesLimit.ts';

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
  /** One-sided p of a drop over the whole after Holm over the family, whatever its size. */
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

/** A measure over the whole of current and over its chunks, against the whole reference. */
export interface MeasurePair extends DropPair {
  /** Null: the chunk has no such measure. */
  readonly chunks: readonly (Measure | null)[];
}

/** What became of a measure over the whole and its chunks. */
export interface MeasureDecision {
  /** The drop over the whole. */
  readonly whole: DropVerdict;
  /** Whether the measure fails: over the whole, in chunks, or both. */
  readonly fails: boolean;
  /** p of the measure as one hypothesis over whole and chunks, and after Holm over the measures; null when nothing was tested. */
  readonly p: number | null;
  readonly adjustedP: number | null;
  /** `fail`: marked, only where the measure fails; `cannot_tell`: a drop beyond what is allowed that may be chance; null: nothing to judge. */
  readonly chunks: readonly (DropOutcome | null)[];
}

/** p of a drop, or of none where it does not reach what is allowed: what does not matter is no evidence. */
function gated(difference: MeasureDifference | null, allowed: number): number | null {
  if (difference === null || difference.pWorse === null) return null;
  return difference.drop > 0 && reachesLimit(difference.drop, allowed) ? difference.pWorse : 1;
}

function tested(pair: DropPair): MeasureDifference | null {
  return tooFew(pair) ? null : measureDifference(pair.reference, pair.current);
}

/**
 * Verdict on the whole of one measure. @param marked whether the drop over the whole is one of the decision's. @param adjusted one-sided p-values of
 * a drop and of a gain after Holm. @param family measures shown together.
 */
function dropVerdict(
  pair: DropPair,
  marked: boolean,
  adjusted: { readonly worse: number | null; readonly better: number | null },
  family: number,
  { alpha = 0.05, power = 0.8 }: DropOptions,
): DropVerdict {
  const { reference, current } = pair;
  const nothing = { difference: null, allowed: null, adjustedP: null, rowsNeeded: null };
  if (reference.direction === 'neither') return { outcome: 'not_applicable', reason: 'no_direction', ...nothing };
  const difference = measureDifference(reference, current, alpha);
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
  const rowVariance = basisVariance(current.basis!) * current.basis!.rows;
  const size = Math.max(allowed, drop);
  const needed = rowsToResolve(size, basisVariance(reference.basis!), rowVariance, alpha / Math.max(1, family), power);
  if (tooFew(pair)) return verdict('cannot_tell', 'too_few_rows', needed === null ? null : Math.max(needed, fewestRows));
  if (adjusted.worse === null || adjusted.better === null) return verdict('cannot_tell', 'no_interval');
  if (marked) return verdict('fail');
  if (drop < 0 && reachesLimit(-drop, allowed) && adjusted.better <= alpha) return verdict('improved');
  if (drop > 0 && reachesLimit(drop, allowed))
    return verdict('cannot_tell', 'may_be_chance', needed === null ? null : Math.max(needed, Math.ceil(current.basis!.rows) + 1));
  const ruledOut = interval.high <= allowed;
  const wouldShow = needed !== null && current.basis!.rows >= needed;
  return ruledOut || wouldShow ? verdict('pass') : verdict('cannot_tell', 'too_few_rows', needed);
}

/**
 * Verdicts on all measures shown together, each over the whole and over its chunks. A drop counts where it reaches what is allowed; the p of a measure
 * is twice the smaller of that of the whole and Simes' over the chunks (that of the whole alone without several chunks), and Holm over the measures
 * decides. Inside a measure that fails, the whole is marked at half of alpha · failed / measures and chunks by Benjamini-Hochberg at the same level,
 * so that a measure fails exactly when its whole or a chunk is marked. An improvement is told, never an alarm. "Cannot tell" when a larger drop may be
 * chance, or when no drop was seen but the rows neither rule out nor would have shown one of the allowed size.
 *
 * Source: statistics reference, sections 8 and 20; calibration study, section 8; Benjamini and Bogomolov, JRSS B 76 (2014).
 */
export function measureDecisions(pairs: readonly MeasurePair[], options: DropOptions = {}): MeasureDecision[] {
  const { alpha = 0.05 } = options;
  const found = pairs.map((pair) => {
    const allowed = allowedChange(pair);
    const whole = tested(pair);
    const chunks = pair.chunks.map((current) => (current === null ? null : tested({ ...pair, current })));
    const pWhole = gated(whole, allowed);
    const pChunks = chunks.map((difference) => gated(difference, allowed));
    const several = pChunks.filter((p) => p !== null).length > 1;
    const least = several ? Math.min(pWhole ?? 1, simes(pChunks) ?? 1) : pWhole;
    const parts = several && pWhole !== null ? 2 : 1;
    return { pair, whole, chunks, allowed, pWhole, pChunks, several, parts, p: least === null ? null : Math.min(1, parts * least) };
  });
  const adjusted = holm(found.map(({ p }) => p));
  const worse = holm(found.map(({ whole }) => whole?.pWorse ?? null));
  const better = holm(found.map(({ whole }) => whole?.pBetter ?? null));
  const family = adjusted.filter((p) => p !== null).length;
  const failed = adjusted.filter((p) => p !== null && p <= alpha).length;
  return found.map(({ pair, chunks, allowed, pWhole, pChunks, several, parts, p }, i): MeasureDecision => {
    const adjustedP = adjusted[i]!;
    const fails = adjustedP !== null && adjustedP <= alpha;
    const level = (alpha * failed) / Math.max(1, family) / parts;
    const q = several ? benjaminiHochberg(pChunks) : [];
    return {
      whole: dropVerdict(pair, fails && pWhole !== null && pWhole <= level, { worse: worse[i]!, better: better[i]! }, family, options),
      fails,
      p,
      adjustedP,
      chunks: chunks.map((difference, c) => {
        if (difference === null || difference.pWorse === null) return null;
        if (fails && q[c] != null && q[c]! <= level) return 'fail';
        return difference.drop > 0 && reachesLimit(difference.drop, allowed) ? 'cannot_tell' : 'pass';
      }),
    };
  });
}

/** A decision without alarm, for a measure whose change says nothing of the model. */
export function excused(decision: MeasureDecision, chunks: number): MeasureDecision {
  const { whole } = decision;
  const outcome = whole.outcome === 'not_applicable' ? whole.outcome : 'pass';
  return { ...decision, fails: false, whole: { ...whole, outcome, rowsNeeded: null }, chunks: Array.from({ length: chunks }, () => null) };
}

/** As `measureDecisions`, of measures over the whole alone. */
export function dropVerdicts(pairs: readonly DropPair[], options: DropOptions = {}): DropVerdict[] {
  return measureDecisions(
    pairs.map((pair) => ({ ...pair, chunks: [] })),
    options,
  ).map(({ whole }) => whole);
}
