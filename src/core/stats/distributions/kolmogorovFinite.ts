import { lnGamma } from './gamma.ts';
import { smirnovSf } from './smirnov.ts';

const big = 2 ** 128;

/** c = a · b for square matrices of order m, row by row. */
function multiply(a: Float64Array, b: Float64Array, m: number): Float64Array {
  const c = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < m; k++) {
      const factor = a[i * m + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < m; j++) c[i * m + j]! += factor * b[k * m + j]!;
    }
  }
  return c;
}

/**
 * Exact P(D_n ≤ d) by the matrix power of Marsaglia, Tsang and Wang, "Evaluating Kolmogorov's distribution", J. Stat. Software 8(18), 2003.
 * O((n d)³ log n).
 */
function matrixCdf(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const h = k - n * d;
  const m = 2 * k - 1;
  let power: Float64Array = new Float64Array(m * m);
  const factorial = new Float64Array(m + 2).fill(1);
  for (let i = 1; i < m + 2; i++) factorial[i] = factorial[i - 1]! * i;
  const v = Float64Array.from({ length: m }, (_, i) => (1 - h ** (i + 1)) / factorial[i + 1]!);
  v[m - 1] = (1 - 2 * h ** m + Math.max(2 * h - 1, 0) ** m) / factorial[m]!;
  for (let i = 0; i < m; i++) {
    for (let j = 1; j < m && j <= i + 1; j++) power[i * m + j] = 1 / factorial[i - j + 1]!;
    power[i * m] = v[i]!;
  }
  for (let j = 0; j < m; j++) power[(m - 1) * m + j] = v[m - 1 - j]!;

  let result: Float64Array | null = null;
  let exponent = 0;
  let powerExponent = 0;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      result = result === null ? power : multiply(result, power, m);
      exponent += powerExponent;
    }
    if (left === 1) break;
    power = multiply(power, power, m);
    powerExponent *= 2;
    if (power[(k - 1) * m + k - 1]! > big) {
      for (let i = 0; i < power.length; i++) power[i]! /= big;
      powerExponent += 128;
    }
  }
  let p = result![(k - 1) * m + k - 1]!;
  for (let i = 1; i <= n; i++) {
    p = (i * p) / n;
    if (p < 1 / big) {
      p *= big;
      exponent -= 128;
    }
  }
  return p * 2 ** exponent;
}

/**
 * P(D_n ≤ x) by the expansion of W. Pelz and I. J. Good, JRSS B 38 (1976), absolute error O(n^−2); for n above 140.
 */
function pelzGoodCdf(n: number, x: number): number {
  const pi2 = Math.PI ** 2;
  const z = Math.sqrt(n) * x;
  const z2 = z * z;
  const q = Math.exp(-pi2 / 8 / z2);
  if (q === 0) return 0;
  let k0 = 0;
  let k1 = 0;
  let k2 = 0;
  let k3 = 0;
  let extra2 = 0;
  let extra3 = 0;
  const terms = Math.ceil((16 * z) / Math.PI);
  for (let k = terms; k > 0; k--) {
    const m2 = (2 * k - 1) ** 2;
    const m4 = m2 * m2;
    const m6 = m4 * m2;
    const step = q ** (8 * k);
    k0 = k0 * step + 1;
    k1 = k1 * step - z2 + (pi2 / 4) * m2;
    k2 = k2 * step + 6 * z2 ** 3 + 2 * z2 ** 2 + (2 * z2 ** 2 - 5 * z2) * (pi2 / 4) * m2 + (pi2 ** 2 / 16) * (1 - 2 * z2) * m4;
    k3 =
      k3 * step -
      30 * z2 ** 3 -
      90 * z2 ** 4 +
      (pi2 / 4) * (135 * z2 ** 2 - 96 * z2 ** 3) * m2 +
      (pi2 ** 2 / 16) * (-60 * z2 + 212 * z2 ** 2) * m4 +
      (pi2 ** 3 / 64) * (5 - 30 * z2) * m6;
    const weight = k * k * Math.exp((-pi2 / 2 / z2) * k * k);
    extra2 += weight;
    extra3 += (3 * z2 - pi2 * k * k) * weight;
  }
  const front = q * Math.sqrt(2 * Math.PI);
  const side = pi2 * Math.sqrt(2 * Math.PI);
  k0 *= front / z;
  k1 *= front / (6 * z ** 4);
  k2 = (k2 * front) / (72 * z ** 7) - (extra2 * side) / (36 * z ** 3);
  k3 = (k3 * front) / (6480 * z ** 10) + (extra3 * side) / (216 * z ** 6);
  return k0 + k1 / Math.sqrt(n) + k2 / n + k3 / n ** 1.5;
}

/**
 * Upper tail P(D_n > x) of the two-sided one-sample Kolmogorov-Smirnov statistic of n observations: scipy's kstwo.sf.
 *
 * @param n number of observations, a whole number; below 1 gives NaN.
 * @param x 0 or less gives 1, 1 or more gives 0.
 *
 * Method by method as R. Simard and P. L'Ecuyer, "Computing the two-sided Kolmogorov-Smirnov distribution", J. Stat. Software 39(11), 2011,
 * recommend: exact for n ≤ 140 and in the tails up to n = 100 000, Pelz-Good in between. Above 100 000 the tail is 2 exp(−(6nx+1)²/18n),
 * within 0.1 % down to 1e−12, because the exact sum is O(n).
 */
export function kolmogorovFiniteSf(n: number, x: number): number {
  if (!(n >= 1) || Number.isNaN(x)) return Number.NaN;
  if (x >= 1) return 0;
  const t = n * x;
  if (t <= 0.5) return 1;
  if (t <= 1) return 1 - Math.exp(lnGamma(n + 1) - n * Math.log(n) + n * Math.log(2 * t - 1));
  if (t >= n - 1) return 2 * (1 - x) ** n;
  if (x >= 0.5) return Math.min(1, 2 * smirnovSf(n, x));
  const squared = t * x;
  // The cdf is below 1e−12 here whatever n is, and the matrices would be largest.
  if (n > 140 && squared < 0.04) return 1;
  if (squared >= (n <= 140 ? 4 : 2.2)) {
    if (squared >= 370) return 0;
    return n <= 100_000 ? Math.min(1, 2 * smirnovSf(n, x)) : 2 * Math.exp(-((6 * t + 1) ** 2) / (18 * n));
  }
  const cdf = n <= 140 || (n <= 100_000 && n * x ** 1.5 <= 1.4) ? matrixCdf(n, x) : pelzGoodCdf(n, x);
  return Math.min(1, Math.max(0, 1 - cdf));
}
