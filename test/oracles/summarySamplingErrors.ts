import { moments } from '../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../src/core/stats/samples/quantile.ts';

/** Standard errors of statistics of a column over a chunk. */
export interface SummaryErrors {
  readonly mean: number;
  readonly sum: number;
  /** Of the standard deviation; NaN when constant. */
  readonly std: number;
  readonly median: number;
}

/**
 * Standard errors of mean, sum, standard deviation and median over a chunk of `rows` rows, from the values of the reference: s / √rows,
 * s · √rows, √((μ4 − s⁴ (rows − 3) / (rows − 1)) / rows) / (2 s), and 1 / (2 √rows f(median)) with f a Gaussian kernel density of Scott's
 * bandwidth.
 *
 * @param values finite; two at least. O(n log n). Source: NannyML 0.13 sampling_error/summary_stats.py; C. R. Rao (1973).
 */
export function summarySamplingErrors(values: Float64Array, rows: number): SummaryErrors {
  const { n, mean, sd, sd0, kurtosis } = moments(values);
  const fourth = (kurtosis + 3) * sd0 ** 4;
  const median = quantileSorted(values.slice().sort(), 0.5);
  const width = sd * n ** -0.2;
  const density = values.reduce((sum, v) => sum + Math.exp(-(((v - median) / width) ** 2) / 2), 0) / (n * width * Math.sqrt(2 * Math.PI));
  return {
    mean: Number.isNaN(mean) ? Number.NaN : sd / Math.sqrt(rows),
    sum: sd * Math.sqrt(rows),
    std: Math.sqrt((fourth - (sd ** 4 * (rows - 3)) / (rows - 1)) / rows) / (2 * sd),
    median: 1 / (2 * Math.sqrt(rows) * density),
  };
}
