import { lnGamma, log1pMinus, stirlingCorrection } from './gamma.ts';

/** x^a y^b / B(a, b), y = 1 − x. For large a and b from deviations of x from the mean, so that no large logarithms cancel. */
function prefix(a: number, b: number, x: number, y: number): number {
  if (a >= 10 && b >= 10) {
    const mean = a / (a + b);
    const other = b / (a + b);
    // x = mean (1 + u), y = other (1 + v); a·u + b·v = 0 up to rounding, and is left out of both exponents.
    const u = b <= a ? -(y - other) / mean : (x - mean) / mean;
    const v = b <= a ? (y - other) / other : -(x - mean) / other;
    const exponent =
      a * log1pMinus(u, x / mean) +
      b * log1pMinus(v, y / other) +
      stirlingCorrection(a + b) -
      stirlingCorrection(a) -
      stirlingCorrection(b);
    return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * (a + b)));
  }
  const big = Math.max(a, b);
  const little = Math.min(a, b);
  const logX = x > 0.5 ? Math.log1p(-y) : Math.log(x);
  const logY = y > 0.5 ? Math.log1p(-x) : Math.log(y);
  const growth =
    big >= 10
      ? (big - 0.5) * Math.log1p(little / big) +
        little * (Math.log(big + little) - 1) +
        stirlingCorrection(big + little) -
        stirlingCorrection(big)
      : lnGamma(big + little) - lnGamma(big);
  return Math.exp(a * logX + b * logY + growth - lnGamma(little));
}

function continuedFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < tiny) d = tiny;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 1e6; m++) {
    let numerator = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + numerator * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    h *= d * c;
    numerator = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + numerator * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/**
 * Regularised incomplete beta function I_x(a, b) with y = 1 − x given by the caller, for callers who know a small 1 − x exactly.
 * a, b > 0, x and y in [0, 1]. O(√max(a, b)).
 *
 * Source: continued fraction of Press et al., Numerical Recipes, section 6.4, with the prefix of C. Loader (2000), "Fast and accurate
 * computation of binomial probabilities".
 */
export function betaIncWithComplement(a: number, b: number, x: number, y: number): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) return Number.NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  const front = prefix(a, b, x, y);
  return x < (a + 1) / (a + b + 2) ? (front * continuedFraction(a, b, x)) / a : Math.max(0, 1 - (front * continuedFraction(b, a, y)) / b);
}

/** Regularised incomplete beta function I_x(a, b); NaN unless a, b > 0 and 0 ≤ x ≤ 1. */
export function betaInc(a: number, b: number, x: number): number {
  return betaIncWithComplement(a, b, x, 1 - x);
}
