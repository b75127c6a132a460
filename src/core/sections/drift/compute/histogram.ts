import { searchSorted } from '../../../read/searchSorted.ts';
import { quantileSorted } from '../../../stats/samples/quantile.ts';
import type { Histogram } from '../result.ts';

const targetBins = 32;
const mostDiscrete = 40;
/** Tails beyond this many P5–P95 ranges from the middle half go into the outer bins. */
const tailRanges = 1.5;

/**
 * Edges of bins shared by both sides that survive outliers: from the 0.5 % to the 99.5 % quantile of either side, held within 1.5 P5–P95 ranges
 * of the P5–P95 band; widths of 1, 2, 2.5 or 5 times a power of ten; whole-number columns of up to 40 values get a bin per value.
 * Both samples ascending and not both empty.
 */
export function histogramEdges(
  reference: Float64Array,
  current: Float64Array,
): { readonly edges: Float64Array; readonly discrete: boolean } {
  const sides = [reference, current].filter((s) => s.length > 0);
  const at = (p: number) => sides.map((s) => quantileSorted(s, p));
  const p5 = Math.min(...at(0.05));
  const p95 = Math.max(...at(0.95));
  const range = Math.max(...sides.map((s) => quantileSorted(s, 0.95) - quantileSorted(s, 0.05)));
  const spread = range > 0 ? range : p95 - p5;
  // Held within the reference's own band first, so that a few per cent of absurd values cannot squeeze the picture.
  const anchor = reference.length > 0 ? reference : current;
  const low0 = Math.max(Math.min(...at(0.005)), quantileSorted(anchor, 0.05) - reach(spread));
  const high0 = Math.min(Math.max(...at(0.995)), quantileSorted(anchor, 0.95) + reach(spread));
  const low = Number.isFinite(low0) ? low0 : 0;
  const high = Number.isFinite(high0) && high0 > low ? high0 : low;
  if (high === low) return { edges: singleValue(low), discrete: false };
  if (wholeNumbers(sides) && high - low <= mostDiscrete) {
    const from = Math.floor(low);
    const count = Math.ceil(high) - from + 1;
    return { edges: Float64Array.from({ length: count + 1 }, (_, i) => from + i - 0.5), discrete: true };
  }
  const width = niceWidth((high - low) / targetBins, wholeNumbers(sides));
  const first = Math.floor(low / width);
  const count = Math.max(1, Math.ceil(high / width) - first);
  return { edges: Float64Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * width).toPrecision(12))), discrete: false };
}

function reach(spread: number): number {
  return spread > 0 ? tailRanges * spread : Number.POSITIVE_INFINITY;
}

function singleValue(x: number): Float64Array {
  const half = Math.max(Math.abs(x) * 0.05, 0.5);
  return Float64Array.of(x - half, x + half);
}

/** Whether all values are whole, judged on up to 2,000 values of each side spread over the sample. */
function wholeNumbers(sides: readonly Float64Array[]): boolean {
  return sides.every((s) => {
    const step = Math.max(1, Math.floor(s.length / 2000));
    for (let i = 0; i < s.length; i += step) if (!Number.isInteger(s[i]!)) return false;
    return true;
  });
}

function niceWidth(width: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const nice = [1, 2, 2.5, 5, 10].find((step) => step * power >= width * 0.999)! * power;
  return whole ? Math.max(1, Math.round(nice)) : nice;
}

/** Counts of an ascending sample on `edges`: bin i holds [e_i, e_{i+1}), the outer bins also what lies beyond. O(bins · log n). */
export function countOnEdges(sorted: Float64Array, edges: Float64Array): number[] {
  const bins = edges.length - 1;
  const counts: number[] = [];
  let below = 0;
  for (let i = 0; i < bins; i++) {
    const upTo = i === bins - 1 ? sorted.length : searchSorted(sorted, edges[i + 1]!, 'left');
    counts.push(upTo - below);
    below = upTo;
  }
  return counts;
}

/** The overlaid histogram of two ascending samples. */
export function histogram(reference: Float64Array, current: Float64Array): Histogram {
  const { edges, discrete } = histogramEdges(reference, current);
  const lowest = edges[0]!;
  const highest = edges[edges.length - 1]!;
  return {
    edges: [...edges],
    reference: countOnEdges(reference, edges),
    current: countOnEdges(current, edges),
    clipped: {
      belowReference: searchSorted(reference, lowest, 'left'),
      belowCurrent: searchSorted(current, lowest, 'left'),
      aboveReference: reference.length - searchSorted(reference, highest, 'right'),
      aboveCurrent: current.length - searchSorted(current, highest, 'right'),
    },
    discrete,
  };
}
