import { NeumaierSum } from './neumaierSum.ts';

/** Sums that are kept side by side: one alone would wait for itself at every step. */
const lanes = 4;

/**
 * Mean and standard deviation (divisor n − 1) of finite values: the same digits as `moments`, without the higher ones. NaN where undefined.
 * Two passes; sums are compensated (two-sum, Knuth 1969).
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
  const offset = sumOf(values, shift, 0, false) / n;
  const deviation = sumOf(values, shift, offset, false);
  const squares = sumOf(values, shift, offset, true);
  // Corrected two-pass variance: takes out what rounding left in the mean.
  const m2 = Math.max(0, (squares - (deviation * deviation) / n) / n);
  return { mean: shift + offset, sd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : Number.NaN };
}

/** Σ (x − shift − offset), or of its squares. */
function sumOf(values: Float64Array, shift: number, offset: number, squared: boolean): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let [lostA, lostB, lostC, lostD] = [0, 0, 0, 0];
  const whole = values.length - (values.length % lanes);
  for (let i = 0; i < whole; i += lanes) {
    let p = values[i]! - shift - offset;
    let q = values[i + 1]! - shift - offset;
    let r = values[i + 2]! - shift - offset;
    let s = values[i + 3]! - shift - offset;
    if (squared) {
      p *= p;
      q *= q;
      r *= r;
      s *= s;
    }
    const nextA = a + p;
    const partA = nextA - a;
    lostA += a - (nextA - partA) + (p - partA);
    a = nextA;
    const nextB = b + q;
    const partB = nextB - b;
    lostB += b - (nextB - partB) + (q - partB);
    b = nextB;
    const nextC = c + r;
    const partC = nextC - c;
    lostC += c - (nextC - partC) + (r - partC);
    c = nextC;
    const nextD = d + s;
    const partD = nextD - d;
    lostD += d - (nextD - partD) + (s - partD);
    d = nextD;
  }
  const total = new NeumaierSum();
  for (const part of [a, b, c, d]) total.add(part);
  for (let i = whole; i < values.length; i++) {
    const rest = values[i]! - shift - offset;
    total.add(squared ? rest * rest : rest);
  }
  // Beyond the largest double there is nothing to make up for.
  if (Number.isFinite(total.value)) for (const lost of [lostA, lostB, lostC, lostD]) total.add(lost);
  return total.value;
}
