import { NeumaierSum } from './neumaierSum.ts';

/**
 * Mean and standard deviation (divisor n − 1) of finite values: the same digits as `moments`, without the higher ones. NaN where undefined.
 * Two passes; sums are compensated (two-sum, Knuth 1969).
 *
 * @param values in ascending order.
 */
export function meanSd(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = values.length;
  if (n === 0) return { mean: Number.NaN, sd: Number.NaN };
  const shift = values[0]!;
  if (shift === values[n - 1]!) return { mean: shift, sd: n > 1 ? 0 : Number.NaN };
  const offset = deviations(values, shift, 0)[0] / n;
  const [deviation, squares] = deviations(values, shift, offset);
  // Corrected two-pass variance: takes out what rounding left in the mean.
  const m2 = Math.max(0, (squares - (deviation * deviation) / n) / n);
  return { mean: shift + offset, sd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : Number.NaN };
}

/** Σ d and Σ d² for d = x − shift − offset, each as two sums side by side: one alone would wait for itself at every step. */
function deviations(values: Float64Array, shift: number, offset: number): readonly [number, number] {
  let [a, b, squaresA, squaresB] = [0, 0, 0, 0];
  let [lostA, lostB, lostSquaresA, lostSquaresB] = [0, 0, 0, 0];
  const whole = values.length - (values.length % 2);
  for (let i = 0; i < whole; i += 2) {
    const p = values[i]! - shift - offset;
    const q = values[i + 1]! - shift - offset;
    const nextA = a + p;
    const partA = nextA - a;
    lostA += a - (nextA - partA) + (p - partA);
    a = nextA;
    const nextB = b + q;
    const partB = nextB - b;
    lostB += b - (nextB - partB) + (q - partB);
    b = nextB;
    const pp = p * p;
    const nextPp = squaresA + pp;
    const partPp = nextPp - squaresA;
    lostSquaresA += squaresA - (nextPp - partPp) + (pp - partPp);
    squaresA = nextPp;
    const qq = q * q;
    const nextQq = squaresB + qq;
    const partQq = nextQq - squaresB;
    lostSquaresB += squaresB - (nextQq - partQq) + (qq - partQq);
    squaresB = nextQq;
  }
  const rest = Array.from(values.subarray(whole), (x) => x - shift - offset);
  const squaredRest = rest.map((d) => d * d);
  return [total([a, b, ...rest], [lostA, lostB]), total([squaresA, squaresB, ...squaredRest], [lostSquaresA, lostSquaresB])];
}

function total(parts: readonly number[], lost: readonly number[]): number {
  const all = new NeumaierSum();
  for (const part of parts) all.add(part);
  // Beyond the largest double there is nothing to make up for.
  if (Number.isFinite(all.value)) for (const part of lost) all.add(part);
  return all.value;
}
