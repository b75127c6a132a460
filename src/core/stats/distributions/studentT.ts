import { betaIncWithComplement } from './beta.ts';

/** Upper tail P(T > t) of Student's t distribution with df > 0 degrees of freedom, accurate in the far tail. */
export function studentTSf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  const square = t * t;
  const tail = Number.isFinite(square) ? 0.5 * betaIncWithComplement(df / 2, 0.5, df / (df + square), square / (df + square)) : 0;
  return t >= 0 ? tail : 1 - tail;
}

/**
 * Inverse of the upper tail: t with P(T > t) = p, for 0 < p < 1 (∓Infinity at 1 and 0). Bisection on the monotone tail to the last
 * representable digit, about 100 evaluations.
 */
export function studentTIsf(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN;
  if (p === 0) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -studentTIsf(1 - p, df);
  let high = 1;
  while (studentTSf(high, df) > p) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTSf(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
