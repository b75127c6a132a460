/** Values added up one by one; longer stretches by halves, so that rounding grows with the logarithm of their number. */
const stretch = 128;

/**
 * Mean and standard deviation (divisor n − 1) of finite values, as `moments` gives them to about 1e−15. NaN where undefined.
 * Two passes over values less their first one; pairwise sums (Higham 1993, The accuracy of floating point summation).
 */
export function meanSd(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = values.length;
  if (n === 0) return { mean: Number.NaN, sd: Number.NaN };
  const shift = values[0]!;
  let min = shift;
  let max = shift;
  for (let i = 0; i < n; i++) {
    const x = values[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  if (min === max) return { mean: min, sd: n > 1 ? 0 : Number.NaN };
  const offset = sumLess(values, shift, 0, n) / n;
  const centre = shift + offset;
  const deviations = { first: 0, second: 0 };
  deviationsFrom(values, shift, offset, 0, n, deviations);
  // Corrected two-pass variance: takes out what rounding left in the mean.
  const m2 = Math.max(0, (deviations.second - (deviations.first * deviations.first) / n) / n);
  return { mean: centre, sd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : Number.NaN };
}

/** Σ (x − shift) over from ≤ i < to. */
function sumLess(values: Float64Array, shift: number, from: number, to: number): number {
  if (to - from > stretch) {
    const middle = (from + to) >>> 1;
    return sumLess(values, shift, from, middle) + sumLess(values, shift, middle, to);
  }
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]! - shift;
  return sum;
}

/** Σ d and Σ d² for d = x − shift − offset, added to `into`, whose two numbers are overwritten. */
function deviationsFrom(
  values: Float64Array,
  shift: number,
  offset: number,
  from: number,
  to: number,
  into: { first: number; second: number },
): void {
  if (to - from > stretch) {
    const middle = (from + to) >>> 1;
    deviationsFrom(values, shift, offset, from, middle, into);
    const { first, second } = into;
    deviationsFrom(values, shift, offset, middle, to, into);
    into.first += first;
    into.second += second;
    return;
  }
  let first = 0;
  let second = 0;
  for (let i = from; i < to; i++) {
    const d = values[i]! - shift - offset;
    first += d;
    second += d * d;
  }
  into.first = first;
  into.second = second;
}
