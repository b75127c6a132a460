import { NeumaierSum } from './neumaierSum.ts';

/** Moments of a sample; NaN where undefined. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1; NaN for n < 2. */
  readonly sd: number;
  /** Divisor n. */
  readonly sd0: number;
  readonly min: number;
  readonly max: number;
  /** Biased skewness m3 / m2^1.5; NaN for constant values. */
  readonly skew: number;
  /** Biased excess kurtosis m4 / m2² − 3; NaN for constant values. */
  readonly kurtosis: number;
}

/**
 * Mean, deviations, extremes, skewness and excess kurtosis of finite values, in any order, in two passes. Values are shifted by the first
 * one and sums compensated, so a large common offset costs no digits.
 *
 * Definitions as scipy.stats.skew and kurtosis with bias=True (1.10.1), where a spread that is only rounding noise counts as constant.
 */
export function moments(values: Float64Array): Moments {
  const n = values.length;
  if (n === 0) {
    const none = Number.NaN;
    return { n, mean: none, sd: none, sd0: none, min: none, max: none, skew: none, kurtosis: none };
  }
  const shift = values[0]!;
  let min = shift;
  let max = shift;
  const total = new NeumaierSum();
  for (let i = 0; i < n; i++) {
    const x = values[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
    total.add(x - shift);
  }
  const offset = total.value / n;
  const mean = shift + offset;
  const second = new NeumaierSum();
  const third = new NeumaierSum();
  const fourth = new NeumaierSum();
  const first = new NeumaierSum();
  for (let i = 0; i < n; i++) {
    const d = values[i]! - shift - offset;
    const square = d * d;
    first.add(d);
    second.add(square);
    third.add(square * d);
    fourth.add(square * square);
  }
  // Corrected two-pass variance: takes out what rounding left in the mean.
  const m2 = Math.max(0, (second.value - (first.value * first.value) / n) / n);
  const constant = min === max || m2 <= (1e-15 * mean) ** 2;
  const spread = constant && min === max ? 0 : m2;
  return {
    n,
    mean: min === max ? min : mean,
    sd: n > 1 ? Math.sqrt((spread * n) / (n - 1)) : Number.NaN,
    sd0: Math.sqrt(spread),
    min,
    max,
    skew: constant ? Number.NaN : third.value / n / m2 ** 1.5,
    kurtosis: constant ? Number.NaN : fourth.value / n / (m2 * m2) - 3,
  };
}
