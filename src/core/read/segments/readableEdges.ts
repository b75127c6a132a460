import { quantileSorted } from '../../stats/samples/quantile.ts';

/** The roundest number of [low, high]: a multiple of the largest 1, 2 or 5 · 10^k that has one there, the one nearest to `wanted`. */
function roundest(low: number, high: number, wanted: number): number {
  if (low <= 0 && high >= 0) return 0;
  if (!(high > low)) return wanted;
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)))); power >= -300; power--) {
    for (const digit of [5, 2, 1]) {
      const nearest = multiple(wanted, digit, power);
      if (nearest >= low && nearest <= high) return nearest;
      const above = multiple(low + Number(`${digit / 2}e${power}`), digit, power);
      if (above >= low && above <= high) return above;
    }
    if (Number(`1e${power}`) < (high - low) / 100) break;
  }
  return wanted;
}

/** x rounded to a multiple of digit · 10^power, as the decimal number it reads as. */
function multiple(x: number, digit: number, power: number): number {
  return Number(`${Math.round(x / Number(`${digit}e${power}`)) * digit}e${power}`);
}

/**
 * Inner edges of `bins` bins that hold about equal shares of the reference, moved to round numbers so that a person can read them. An edge
 * moves by at most a tenth of a bin's share of the rows; equal edges are merged. Bins are (−∞, e1], (e1, e2], …, (ek, ∞).
 *
 * @param sortedReference finite values, ascending; empty or constant gives no edges that separate anything, so none.
 */
export function readableEdges(sortedReference: Float64Array, bins: number): number[] {
  const edges: number[] = [];
  const last = sortedReference.length - 1;
  if (last < 0 || sortedReference[0] === sortedReference[last]) return edges;
  const slack = 0.1 / bins;
  for (let i = 1; i < bins; i++) {
    const at = (p: number) => quantileSorted(sortedReference, p);
    const edge = roundest(at(i / bins - slack), at(i / bins + slack), at(i / bins));
    // An edge at the largest value would leave nothing above it.
    if (edge < sortedReference[last]! && (edges.length === 0 || edge > edges[edges.length - 1]!)) edges.push(edge);
  }
  return edges;
}
