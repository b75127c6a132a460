import { type SpreadMove, spreadMove } from '../distances/spreadMove.ts';
import { chiSquareSf } from '../distributions/chiSquare.ts';
import { noncentralChiSquareSf } from '../distributions/noncentralChiSquare.ts';
import { normalCdf, normalQuantile } from '../distributions/normal.ts';

/** What is compared: numbers by the Anderson-Darling test, or categories (with their shares, in any order) by chi-square. */
export type MoveKind = { readonly kind: 'number' } | { readonly kind: 'category'; readonly shares: readonly number[] };

/** Efficiency of the Anderson-Darling test against the t test for a normal shift: Pitman's, near 0.95. */
const efficiency = 0.95;
/** Expected rows that a category needs on the smaller side to be looked at by itself. */
const fewestExpected = 5;

/** Smallest x in (low, high] where an increasing condition holds, to a relative 1e−6; `high` is taken to hold. */
function bisect(low: number, high: number, holds: (x: number) => boolean): number {
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const knownNoncentralities = new Map<string, number>();

/** Noncentrality at which a chi-square test with df degrees of freedom and level alpha has the power. Few are asked for, and often. */
function noncentralityFor(df: number, alpha: number, power: number): number {
  const name = `${df}/${alpha}/${power}`;
  const known = knownNoncentralities.get(name);
  if (known !== undefined) return known;
  let high = df + 10;
  while (chiSquareSf(high, df) > alpha) high *= 2;
  const critical = bisect(0, high, (x) => chiSquareSf(x, df) <= alpha);
  let ceiling = critical;
  while (noncentralChiSquareSf(critical, df, ceiling) < power) ceiling *= 2;
  const found = bisect(0, ceiling, (ncp) => noncentralChiSquareSf(critical, df, ncp) >= power);
  if (knownNoncentralities.size > 1000) knownNoncentralities.clear();
  knownNoncentralities.set(name, found);
  return found;
}

/** Squared shift in standard deviations times effective rows that gives the power. */
function shiftNeeded(alpha: number, power: number): number {
  return (normalQuantile(power) - normalQuantile(alpha / 2)) ** 2 / efficiency;
}

/** Shares with the rare ones pooled as `categoricalDefault` pools them. */
function pooled(shares: readonly number[], rows: number): number[] {
  const kept = shares.filter((share) => share * rows >= fewestExpected);
  const rest = shares.reduce((sum, share) => sum + share, 0) - kept.reduce((sum, share) => sum + share, 0);
  // Less is rounding.
  return rest > 1e-9 ? [...kept, rest] : kept;
}

/** Noncentrality of chi-square when a share t of current's rows moves, at pooled shares. */
function noncentrality(t: number, move: SpreadMove, nReference: number, nCurrent: number): number {
  const part = nCurrent / (nReference + nCurrent);
  const after = move.after(t);
  let sum = 0;
  for (let i = 0; i < after.length; i++) {
    const change = after[i]! - move.before[i]!;
    if (change !== 0) sum += (change * change) / Math.max(move.before[i]! + part * change, 1e-12);
  }
  return nReference * part * sum;
}

/**
 * Smallest share of rows whose move (total variation distance) a comparison of these sizes detects with the given power, rows being independent.
 *
 * Numbers: a shift d of a normal distribution, 0.95 d² n m / (n + m) = (z_{1−α/2} + z_power)², as the share 2Φ(d/2) − 1 (about 0.4 d).
 * Categories: a move spread over all values (`spreadMove`), by the noncentral chi-square distribution.
 *
 * @param nReference, nCurrent usable rows. @param alpha level of the single test, 0 to 1. @param power 0 to 1.
 * @returns 0 to 1; 1 when no move would be detected. A planning figure: other shapes of change need more or fewer rows.
 */
export function visibleMove(kind: MoveKind, nReference: number, nCurrent: number, alpha: number, power = 0.8): number {
  if (!(nReference > 0) || !(nCurrent > 0)) return 1;
  if (kind.kind === 'number') {
    const effective = (nReference * nCurrent) / (nReference + nCurrent);
    return 2 * normalCdf(Math.sqrt(shiftNeeded(alpha, power) / effective) / 2) - 1;
  }
  const move = spreadMove(pooled(kind.shares, Math.min(nReference, nCurrent)));
  const target = noncentralityFor(move.before.length - 1, alpha, power);
  const enough = (t: number) => noncentrality(t, move, nReference, nCurrent) >= target;
  return enough(move.most) ? bisect(0, move.most, enough) : 1;
}
