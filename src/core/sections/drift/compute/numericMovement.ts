import { searchSorted } from '../../../read/searchSorted.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import type { Movement } from '../result.ts';

/**
 * In which way a numeric column moved: the median by at least a tenth of the reference's robust SD → higher or lower; else the spread by a tenth →
 * more or less spread; else, when values mostly lie on one side of the reference's (probability of superiority beyond 0.5 ± 0.03), higher or lower
 * by means of quartiles; else shape. Both samples ascending.
 */
export function numericMovement(reference: Float64Array, current: Float64Array, scale: number | null): Movement {
  const none: Movement = { kind: 'none', category: null, from: null, to: null };
  if (reference.length === 0 || current.length === 0) return none;
  const from = quantileSorted(reference, 0.5);
  const to = quantileSorted(current, 0.5);
  const shift = scale === null || scale === 0 ? (from === to ? 0 : Number.POSITIVE_INFINITY) : Math.abs(to - from) / scale;
  const spreadFrom = spread(reference);
  const spreadTo = spread(current);
  const ratio =
    spreadFrom > 0 && spreadTo > 0 ? Math.abs(Math.log(spreadTo / spreadFrom)) : spreadFrom === spreadTo ? 0 : Number.POSITIVE_INFINITY;
  if (shift >= 0.1 && shift >= 0.7 * Math.min(ratio, 3)) return { kind: to > from ? 'higher' : 'lower', category: null, from, to };
  if (ratio >= 0.1) return { kind: spreadTo > spreadFrom ? 'more_spread' : 'less_spread', category: null, from: spreadFrom, to: spreadTo };
  const superiority = probabilityOfSuperiority(reference, current);
  if (from !== to && Math.abs(superiority - 0.5) >= 0.03 && to > from === superiority > 0.5)
    return { kind: to > from ? 'higher' : 'lower', category: null, from, to };
  return { kind: 'shape', category: null, from: null, to: null };
}

/** Interquartile range, or P5–P95 when that is 0. */
function spread(sorted: Float64Array): number {
  const iqr = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25);
  return iqr > 0 ? iqr : quantileSorted(sorted, 0.95) - quantileSorted(sorted, 0.05);
}

/** P(current > reference) + P(equal) / 2, on 200 quantiles of current. */
function probabilityOfSuperiority(reference: Float64Array, current: Float64Array): number {
  const steps = 200;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const x = quantileSorted(current, (i + 0.5) / steps);
    sum += (searchSorted(reference, x, 'left') + searchSorted(reference, x, 'right')) / 2 / reference.length;
  }
  return sum / steps;
}
