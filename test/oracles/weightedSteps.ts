/** A sample given as distinct or repeated values with positive weights (a GROUP BY table), in any order. */
export interface WeightedSample {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

interface Sorted {
  readonly values: Float64Array;
  /** Running totals of the weights, divided by their sum. */
  readonly shares: Float64Array;
}

function sortByValue({ values, weights }: WeightedSample): Sorted {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  let total = 0;
  const running = Float64Array.from(order, (i) => (total += weights[i]!));
  return { values: Float64Array.from(order, (i) => values[i]!), shares: running.map((r) => r / total) };
}

/**
 * Walks both weighted distribution functions F and G and sums `term(F − G) · width` over the intervals between pooled values.
 * NaN when a side is empty. O(k log k) in the number of values.
 */
export function sumOverSteps(reference: WeightedSample, current: WeightedSample, term: (difference: number) => number): number {
  if (reference.values.length === 0 || current.values.length === 0) return Number.NaN;
  const a = sortByValue(reference);
  const b = sortByValue(current);
  let i = 0;
  let j = 0;
  let x = Math.min(a.values[0]!, b.values[0]!);
  let sum = 0;
  while (i < a.values.length || j < b.values.length) {
    const next = i < a.values.length && (j >= b.values.length || a.values[i]! <= b.values[j]!) ? a.values[i]! : b.values[j]!;
    sum += term((i > 0 ? a.shares[i - 1]! : 0) - (j > 0 ? b.shares[j - 1]! : 0)) * (next - x);
    x = next;
    while (i < a.values.length && a.values[i] === x) i++;
    while (j < b.values.length && b.values[j] === x) j++;
  }
  return sum;
}
