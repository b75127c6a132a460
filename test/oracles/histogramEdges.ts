import { moments } from '../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';

export type HistogramRule = 'sturges' | 'doane' | 'fd' | 'auto' | 'sqrt' | 'rice' | 'scott';

/** Width a rule asks for; 0 when it has no opinion. */
function binWidth(sorted: Float64Array, rule: HistogramRule): number {
  const n = sorted.length;
  const range = sorted[n - 1]! - sorted[0]!;
  switch (rule) {
    case 'sturges':
      return range / (Math.log2(n) + 1);
    case 'sqrt':
      return range / Math.sqrt(n);
    case 'rice':
      return range / (2 * Math.cbrt(n));
    case 'scott':
      return Math.cbrt((24 * Math.sqrt(Math.PI)) / n) * moments(sorted).sd0;
    case 'doane': {
      const { sd0, skew } = moments(sorted);
      if (n <= 2 || !(sd0 > 0) || Number.isNaN(skew)) return 0;
      const skewSd = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
      return range / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skew) / skewSd));
    }
    case 'fd':
      return (2 * (quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25))) / Math.cbrt(n);
    case 'auto': {
      const fd = binWidth(sorted, 'fd');
      const sturges = binWidth(sorted, 'sturges');
      return fd > 0 ? Math.min(fd, sturges) : sturges;
    }
  }
}

/**
 * Equal-width histogram edges by a named rule, first and last edge on the extremes. Constant values give the one bin [v − ½, v + ½];
 * no values give [0, 1].
 *
 * @param sorted finite values, ascending.
 * @param maxBins upper limit on the number of bins: Freedman-Diaconis asks for millions on heavy tails.
 *
 * Same as numpy.histogram_bin_edges 1.24.2 on float64 values, but for the limit.
 */
export function histogramEdges(sorted: Float64Array, rule: HistogramRule, maxBins = 1_000_000): Float64Array {
  if (sorted.length === 0) return Float64Array.of(0, 1);
  let first = sorted[0]!;
  let last = sorted[sorted.length - 1]!;
  const width = binWidth(sorted, rule);
  const bins = width > 0 ? Math.min(maxBins, Math.ceil((last - first) / width)) : 1;
  if (first === last) {
    first -= 0.5;
    last += 0.5;
  }
  const step = (last - first) / bins;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => i * step + first);
  edges[bins] = last;
  return edges;
}
