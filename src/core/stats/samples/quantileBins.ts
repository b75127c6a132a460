import { quantileSorted } from './quantile.ts';

/** Number of values ≤ x in an ascending array. */
function countUpTo(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Inner edges of `bins` bins that hold equal shares of the reference: type-7 quantiles at i / bins, equal edges merged. The bins are open at
 * both ends: (−∞, e1], (e1, e2], …, (ek, ∞), one more than there are edges. A constant reference gives one edge, so two bins.
 *
 * @param sortedReference finite values, ascending; empty gives no edges.
 */
export function quantileEdges(sortedReference: Float64Array, bins: number): Float64Array {
  const edges: number[] = [];
  if (sortedReference.length === 0) return new Float64Array(0);
  for (let i = 1; i < bins; i++) {
    const edge = quantileSorted(sortedReference, i / bins);
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge);
  }
  return Float64Array.from(edges);
}

/**
 * Counts of ascending values in the bins of `quantileEdges`; `edges.length + 1` counts. O(edges · log n).
 */
export function countInBins(sorted: Float64Array, edges: Float64Array): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  let before = 0;
  for (let i = 0; i < edges.length; i++) {
    const upTo = countUpTo(sorted, edges[i]!);
    counts[i] = upTo - before;
    before = upTo;
  }
  counts[edges.length] = sorted.length - before;
  return counts;
}

/** Index of the bin that holds x: the number of edges below x. NaN falls in bin 0 and must be kept out by the caller. */
export function binOf(x: number, edges: Float64Array): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
