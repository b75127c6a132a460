import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';

/** Errors (prediction − target) in bins of equal width; the first and last bin also hold what lies beyond. */
export interface ErrorHistogram {
  readonly edges: Float64Array;
  readonly counts: Float64Array;
  readonly below: number;
  readonly above: number;
  readonly mean: number;
  readonly median: number;
}

/**
 * Histogram of errors between their 0.5 and 99.5 % quantiles, widened to hold 0, so that one wild error does not flatten the picture; how
 * many lie beyond is told. Null without usable rows. O(n log n).
 */
export function errorHistogram(targets: Float64Array, predictions: Float64Array, bins = 40): ErrorHistogram | null {
  const errors = predictions.map((p, i) => p - targets[i]!).filter((e) => Number.isFinite(e));
  const n = errors.length;
  if (n === 0) return null;
  errors.sort();
  const low = Math.min(0, quantileSorted(errors, 0.005));
  const high = Math.max(0, quantileSorted(errors, 0.995));
  const width = high > low ? (high - low) / bins : 1;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins && high > low ? high : low + i * width));
  const counts = new Float64Array(bins);
  let below = 0;
  let above = 0;
  let mean = 0;
  for (const e of errors) {
    if (e < low) below++;
    else if (e > edges[bins]!) above++;
    counts[Math.min(bins - 1, Math.max(0, Math.floor((e - low) / width)))]!++;
    mean += e / n;
  }
  return { edges, counts, below, above, mean, median: quantileSorted(errors, 0.5) };
}
