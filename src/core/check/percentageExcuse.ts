import { quantileSorted } from '../stats/samples/quantile.ts';
import type { MeasureExcuse } from './verdict.ts';

/** A larger share of targets that are 0 makes per cent of the target meaningless. */
const mostZeros = 0.01;
/** So does a hundredth of the rows that makes up more than half of the sum. */
const fewRows = 0.01;
const mostOfFew = 0.5;
/** Targets are compared within this many bins of their size. */
const bins = 20;
/** Rows of current in bins that hold rows of reference, at least. */
const leastCovered = 0.9;

/** True and predicted value of each row; null without the column. */
export interface PredictedValues {
  readonly target: Float64Array | null;
  readonly forecast: Float64Array | null;
}

/**
 * Why the mean absolute percentage error of current says nothing of the model: some targets are (nearly) 0, so that few rows make it up; or it rose
 * through the mix of targets alone, the error at targets of equal size having not risen by what is allowed. Null when it stands. O(rows log rows).
 *
 * @param allowed largest rise that is allowed. @param rose whether the whole rose beyond it.
 */
export function percentageExcuse(
  reference: PredictedValues | null,
  current: PredictedValues,
  allowed: number,
  rose: boolean,
): MeasureExcuse | null {
  const now = relativeErrors(current);
  if (now === null || now.error.length === 0) return null;
  const past = reference === null ? null : relativeErrors(reference);
  for (const side of past === null ? [now] : [now, past]) {
    if (isMeaningless(side))
      return { code: 'targets_near_zero', rows: now.error.length, of: now.error.length + now.zeros, zeros: now.zeros };
  }
  if (!rose || past === null || past.error.length === 0) return null;
  const difference = atEqualTargets(past, now);
  return difference !== null && difference < allowed ? { code: 'mix', difference } : null;
}

interface RelativeErrors {
  readonly size: Float64Array;
  readonly error: Float64Array;
  readonly zeros: number;
}

function relativeErrors({ target, forecast }: PredictedValues): RelativeErrors | null {
  if (target === null || forecast === null) return null;
  const size: number[] = [];
  const error: number[] = [];
  let zeros = 0;
  for (let i = 0; i < target.length; i++) {
    const e = forecast[i]! - target[i]!;
    if (!Number.isFinite(e)) continue;
    if (target[i] === 0) zeros++;
    else {
      size.push(Math.abs(target[i]!));
      error.push(Math.abs(e / target[i]!));
    }
  }
  return { size: Float64Array.from(size), error: Float64Array.from(error), zeros };
}

function isMeaningless({ error, zeros }: RelativeErrors): boolean {
  if (zeros > mostZeros * (error.length + zeros)) return true;
  const sorted = error.slice().sort();
  const few = sorted.subarray(sorted.length - Math.max(1, Math.floor(fewRows * sorted.length)));
  const sum = (of: Float64Array): number => of.reduce((total, x) => total + x, 0);
  return sorted.length > 1 / fewRows && sum(few) > mostOfFew * sum(sorted);
}

/** Mean error of current less that of reference within bins of the target's size, weighted by current's rows; null when too few are comparable. */
function atEqualTargets(past: RelativeErrors, now: RelativeErrors): number | null {
  const sorted = past.size.slice().sort();
  const edges = Array.from({ length: bins - 1 }, (_, i) => quantileSorted(sorted, (i + 1) / bins));
  const sums = (side: RelativeErrors) => {
    const n = new Float64Array(bins);
    const sum = new Float64Array(bins);
    side.error.forEach((error, i) => {
      const bin = edges.filter((edge) => side.size[i]! > edge).length;
      n[bin]!++;
      sum[bin]! += error;
    });
    return { n, sum };
  };
  const [was, is] = [sums(past), sums(now)];
  let rows = 0;
  let total = 0;
  for (let bin = 0; bin < bins; bin++) {
    if (was.n[bin] === 0 || is.n[bin] === 0) continue;
    rows += is.n[bin]!;
    total += is.n[bin]! * (is.sum[bin]! / is.n[bin]! - was.sum[bin]! / was.n[bin]!);
  }
  return rows >= leastCovered * now.error.length ? total / rows : null;
}
