import { NeumaierSum } from './neumaierSum.ts';

/** Values summed plainly before their sum is added with compensation: rounding grows with the square root of this, not of the sample. */
const block = 512;

/**
 * Mean and standard deviation (divisor n − 1) of finite values: as `moments`, without the higher ones and to some units of the last digit. NaN where
 * undefined. One pass: values are shifted by their median, which lies within one standard deviation of the mean, so that taking the squared mean out
 * of the mean square costs no more than one bit.
 *
 * @param values in ascending order.
 */
export function meanSd(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = values.length;
  if (n === 0) return { mean: Number.NaN, sd: Number.NaN };
  const shift = values[n >> 1]!;
  if (values[0] === values[n - 1]) return { mean: shift, sd: n > 1 ? 0 : Number.NaN };
  const deviation = new NeumaierSum();
  const squares = new NeumaierSum();
  const sums = new Float64Array(2);
  for (let start = 0; start < n; start += block) {
    addUp(values, start, Math.min(n, start + block), shift, sums);
    deviation.add(sums[0]!);
    squares.add(sums[1]!);
  }
  const offset = deviation.value / n;
  const m2 = Math.max(0, squares.value / n - offset * offset);
  return { mean: shift + offset, sd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : Number.NaN };
}

/** Σ d and Σ d² for d = x − shift, each as two sums side by side: one alone would wait for itself at every step. */
function addUp(values: Float64Array, start: number, end: number, shift: number, sums: Float64Array): void {
  let [a, b, aa, bb] = [0, 0, 0, 0];
  let i = start;
  for (; i + 1 < end; i += 2) {
    const p = values[i]! - shift;
    const q = values[i + 1]! - shift;
    a += p;
    b += q;
    aa += p * p;
    bb += q * q;
  }
  if (i < end) {
    const p = values[i]! - shift;
    a += p;
    aa += p * p;
  }
  sums[0] = a + b;
  sums[1] = aa + bb;
}
