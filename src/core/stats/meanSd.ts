/**
 * Mean and standard deviation (divisor n − 1) of finite values: the same digits as `moments`, without the higher ones. NaN where undefined.
 * Two passes; sums are compensated (Neumaier 1974).
 */
export function meanSd(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = values.length;
  if (n === 0) return { mean: Number.NaN, sd: Number.NaN };
  const shift = values[0]!;
  let min = shift;
  let max = shift;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    const x = values[i]!;
    if (x < min) min = x;
    if (x > max) max = x;
    const term = x - shift;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  const offset = total(sum, lost) / n;
  let first = 0;
  let firstLost = 0;
  let second = 0;
  let secondLost = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i]! - shift - offset;
    const next = first + d;
    firstLost += Math.abs(first) >= Math.abs(d) ? first - next + d : d - next + first;
    first = next;
    const square = d * d;
    const nextSquare = second + square;
    secondLost += Math.abs(second) >= square ? second - nextSquare + square : square - nextSquare + second;
    second = nextSquare;
  }
  const deviation = total(first, firstLost);
  // Corrected two-pass variance: takes out what rounding left in the mean.
  const m2 = min === max ? 0 : Math.max(0, (total(second, secondLost) - (deviation * deviation) / n) / n);
  return { mean: min === max ? min : shift + offset, sd: n > 1 ? Math.sqrt((m2 * n) / (n - 1)) : Number.NaN };
}

function total(sum: number, lost: number): number {
  return Number.isFinite(sum) ? sum + lost : sum;
}
