/** An estimate with an interval of any shape. */
export interface BoundedEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of first − second from the intervals of two independent estimates at the same level (method of variance estimates recovery):
 * keeps their skewness. With Wilson intervals of shares this is Newcombe's interval.
 *
 * Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008).
 */
export function moverDifference(first: BoundedEstimate, second: BoundedEstimate): { low: number; high: number } {
  const difference = first.value - second.value;
  return {
    low: difference - Math.hypot(first.value - first.low, second.high - second.value),
    high: difference + Math.hypot(first.high - first.value, second.value - second.low),
  };
}

/** Interval of the plain mean of independent estimates, by the same recovery. */
export function moverMean(estimates: readonly BoundedEstimate[]): BoundedEstimate {
  const k = estimates.length;
  const value = estimates.reduce((sum, e) => sum + e.value, 0) / k;
  const below = Math.sqrt(estimates.reduce((sum, e) => sum + (e.value - e.low) ** 2, 0)) / k;
  const above = Math.sqrt(estimates.reduce((sum, e) => sum + (e.high - e.value) ** 2, 0)) / k;
  return { value, low: value - below, high: value + above };
}
