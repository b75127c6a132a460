import { normalSf } from '../stats/distributions/normal.ts';
import { studentTIsf, studentTSf } from '../stats/distributions/studentT.ts';
import { normalDifference } from '../stats/intervals/deLong.ts';
import { newcombe } from '../stats/intervals/newcombe.ts';
import { welch } from '../stats/intervals/welch.ts';
import { twoProportionZ } from '../stats/tests/twoProportion.ts';
import type { Basis, Measure } from './measure.ts';

/** How much worse a measure is on one sample than on another. */
export interface MeasureDifference {
  /** current − reference, as the numbers stand. */
  readonly difference: number;
  /** The same counted in the direction that is worse: positive when current is worse. */
  readonly drop: number;
  /** Two-sided interval of `drop`; null when either measure has no known uncertainty. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** One-sided p that current is no worse. */
  readonly pWorse: number | null;
  /** One-sided p that current is no better. */
  readonly pBetter: number | null;
  readonly method: 'two_proportion' | 'welch' | 'normal' | 'by_block' | null;
}

/** Squared standard error of a measure; a share of 0 or 1 is taken as one more hit and one more miss, so that it has a spread. */
export function basisVariance(basis: Basis): number {
  if (basis.kind === 'standard_error') return basis.standardError ** 2;
  if (basis.kind === 'mean') return basis.variance / basis.rows;
  if (basis.kind === 'blocks') return basis.variance;
  const share = (basis.hits + 1) / (basis.rows + 2);
  return (share * (1 - share)) / basis.rows;
}

function degreesOf(basis: Basis): number {
  return basis.kind === 'blocks' ? basis.degrees : Math.max(1, basis.rows - 1);
}

/** Signed root of the likelihood ratio of two shares, first less second: follows the skew of a share near 0 or 1, which z does not. */
function likelihoodRoot(
  first: { readonly hits: number; readonly rows: number },
  second: { readonly hits: number; readonly rows: number },
): number {
  const part = (hits: number, expected: number): number => (hits > 0 ? hits * Math.log(hits / expected) : 0);
  const share = (first.hits + second.hits) / (first.rows + second.rows);
  const deviance = [first, second].reduce(
    (sum, { hits, rows }) => sum + part(hits, rows * share) + part(rows - hits, rows * (1 - share)),
    0,
  );
  return Math.sign(first.hits / first.rows - second.hits / second.rows) * Math.sqrt(Math.max(0, 2 * deviance));
}

/** worse − better sample, by the test that fits what is known of both. */
function compare(first: Basis, second: Basis, difference: number, alpha: number): Omit<MeasureDifference, 'difference' | 'drop'> {
  const level = 1 - alpha;
  if (first.kind === 'blocks' || second.kind === 'blocks') {
    const [a, b] = [basisVariance(first), basisVariance(second)];
    const standardError = Math.sqrt(a + b);
    if (!(standardError > 0)) return { interval: null, pWorse: null, pBetter: null, method: 'by_block' };
    const degrees = (a + b) ** 2 / (a ** 2 / degreesOf(first) + b ** 2 / degreesOf(second));
    const t = difference / standardError;
    const half = studentTIsf(alpha / 2, degrees) * standardError;
    const interval = { low: difference - half, high: difference + half, level };
    return { interval, pWorse: studentTSf(t, degrees), pBetter: studentTSf(-t, degrees), method: 'by_block' };
  }
  if (first.kind === 'proportion' && second.kind === 'proportion') {
    const { z } = twoProportionZ(first.hits, first.rows, second.hits, second.rows);
    const interval = { ...newcombe(first.hits, first.rows, second.hits, second.rows, alpha), level };
    const root = likelihoodRoot(first, second);
    // The larger of two: the pooled z alone finds far too much in the tail of shares near 0 or 1 of few rows.
    const tail = (sign: number): number => (z === 0 ? 1 : Math.max(normalSf(sign * z), normalSf(sign * root)));
    return { interval, pWorse: tail(1), pBetter: tail(-1), method: 'two_proportion' };
  }
  if (first.kind === 'mean' && second.kind === 'mean') {
    const test = welch({ ...first, n: first.rows }, { ...second, n: second.rows }, alpha);
    if (test !== null) {
      const { low, high, pGreater } = test;
      return { interval: { low, high, level }, pWorse: pGreater, pBetter: test.t === 0 ? 1 : 1 - pGreater, method: 'welch' };
    }
  }
  const { low, high, z, pDrop } = normalDifference(difference, basisVariance(first) + basisVariance(second), alpha);
  return { interval: { low, high, level }, pWorse: pDrop, pBetter: z === 0 ? 1 : normalSf(-z), method: 'normal' };
}

/**
 * Difference of one measure on two independent samples (reference and current, training and validation) with interval and one-sided
 * tests: pooled z and Newcombe's interval for shares, Welch for means, the normal distribution with added variances otherwise (AUC:
 * DeLong); Student's t with Satterthwaite's degrees of freedom where rows of a day are taken together. Null when either has no value or "better" has no direction.
 */
export function measureDifference(reference: Measure, current: Measure, alpha = 0.05): MeasureDifference | null {
  if (reference.value === null || current.value === null || reference.direction === 'neither') return null;
  const difference = current.value - reference.value;
  const higher = reference.direction === 'higher';
  const drop = higher ? -difference : difference;
  if (reference.basis === null || current.basis === null) {
    return { difference, drop, interval: null, pWorse: null, pBetter: null, method: null };
  }
  const [first, second] = higher ? [reference.basis, current.basis] : [current.basis, reference.basis];
  return { difference, drop, ...compare(first, second, drop, alpha) };
}
