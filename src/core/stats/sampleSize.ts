import { chiSquareSf } from './chiSquare.ts';
import { noncentralChiSquareSf } from './noncentralChiSquare.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** What is compared: numbers by the Anderson-Darling test, or categories (with the reference's shares, in any order) by chi-square. */
export type MoveKind = { readonly kind: 'number' } | { readonly kind: 'category'; readonly shares: readonly number[] };

/** Efficiency of the Anderson-Darling test against the t test for a normal shift: Pitman's, near 0.95. */
const efficiency = 0.95;

/** Smallest x in (low, high] where an increasing condition holds, to a relative 1e−6; `high` is taken to hold. */
function bisect(low: number, high: number, holds: (x: number) => boolean): number {
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Noncentrality at which a chi-square test with df degrees of freedom and level alpha has the power. */
function noncentralityFor(df: number, alpha: number, power: number): number {
  let high = df + 10;
  while (chiSquareSf(high, df) > alpha) high *= 2;
  const critical = bisect(0, high, (x) => chiSquareSf(x, df) <= alpha);
  let ceiling = critical;
  while (noncentralChiSquareSf(critical, df, ceiling) < power) ceiling *= 2;
  return bisect(0, ceiling, (ncp) => noncentralChiSquareSf(critical, df, ncp) >= power);
}

/** Squared shift in standard deviations times effective rows that gives the power. */
function shiftNeeded(alpha: number, power: number): number {
  return (normalQuantile(power) - normalQuantile(alpha / 2)) ** 2 / efficiency;
}

/** The two categories that exchange mass, and the degrees of freedom left when rare ones are pooled as `categoricalDefault` pools them. */
function cells(shares: readonly number[], nReference: number, nCurrent: number): { largest: number; second: number; df: number } {
  const sorted = shares.filter((share) => share > 0).sort((p, q) => q - p);
  const rows = Math.min(nReference, nCurrent);
  const kept = sorted.filter((share) => share * rows >= 5).length;
  return { largest: sorted[0] ?? 1, second: sorted[1] ?? 0, df: Math.max(1, kept - (kept === sorted.length ? 1 : 0)) };
}

/** Noncentrality when a share t of rows moves from one category to another, at pooled shares. */
function noncentrality(t: number, from: number, to: number, nReference: number, nCurrent: number): number {
  const rows = nReference + nCurrent;
  const pooledMove = (t * nCurrent) / rows;
  return ((nReference * nCurrent) / rows) * t * t * (1 / Math.max(from - pooledMove, 1e-12) + 1 / (to + pooledMove));
}

/**
 * Smallest share of rows whose move (total variation distance) a comparison of these sizes detects with the given power.
 *
 * Numbers: a shift d of a normal distribution, 0.95 d² n m / (n + m) = (z_{1−α/2} + z_power)², as the share 2Φ(d/2) − 1 (about 0.4 d).
 * Categories: mass moved from the largest to the second largest category (to an unseen one when there is only one), by the noncentral
 * chi-square distribution.
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
  const { largest, second, df } = cells(kind.shares, nReference, nCurrent);
  const target = noncentralityFor(df, alpha, power);
  const enough = (t: number) => noncentrality(t, largest, second, nReference, nCurrent) >= target;
  return enough(largest) ? bisect(0, largest, enough) : 1;
}

/**
 * Rows of current needed to detect a move of `limit` of the rows with the given power, the reference staying as it is.
 *
 * @param limit share of rows, 0 to 1. Other parameters as in `visibleMove`.
 * @returns a whole number, or null when the reference is so small that no number of current rows would do.
 */
export function rowsNeeded(kind: MoveKind, nReference: number, limit: number, alpha: number, power = 0.8): number | null {
  if (!(nReference > 0) || !(limit > 0)) return null;
  if (kind.kind === 'number') {
    const shift = 2 * normalQuantile((1 + Math.min(limit, 1)) / 2);
    if (shift === Number.POSITIVE_INFINITY) return 1;
    const effective = shiftNeeded(alpha, power) / (shift * shift);
    return effective < nReference ? Math.ceil((effective * nReference) / (nReference - effective)) : null;
  }
  // Rare categories pool by the smaller sample, which is not known yet: by the reference.
  const { largest, second, df } = cells(kind.shares, nReference, nReference);
  const target = noncentralityFor(df, alpha, power);
  const move = Math.min(limit, largest);
  const enough = (rows: number) => noncentrality(move, largest, second, nReference, rows) >= target;
  const most = 1e12;
  return enough(most) ? Math.ceil(bisect(0, most, enough)) : null;
}
