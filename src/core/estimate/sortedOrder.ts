/**
 * Row numbers in ascending order of their values, equal values in row order. Values must not be NaN. O(n log n).
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}
