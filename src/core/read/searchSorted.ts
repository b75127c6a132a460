/** Number of values < x (`left`) or ≤ x (`right`) in an ascending array; O(log n). */
export function searchSorted(sorted: Float64Array, x: number, side: 'left' | 'right'): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (value < x || (side === 'right' && value === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}
