import { mulberry32 } from '../samples/mulberry32.ts';
import { quantileSorted } from '../samples/quantile.ts';
import { poisson } from './poisson.ts';

/** Interval and spread from bootstrap replicates. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the replicates (divisor replicates − 1). */
  readonly standardError: number;
  /** Replicates in which the statistic is defined; the others are dropped. */
  readonly replicates: number;
}

/** Percentile interval (type-7 quantiles) of replicates; null and NaN ones, of resamples that miss a class, are dropped. */
export function percentileInterval(replicates: readonly (number | null)[], alpha = 0.05): BootstrapInterval | null {
  const sorted = Float64Array.from(replicates.filter((v): v is number => v !== null && Number.isFinite(v))).sort();
  const n = sorted.length;
  if (n < 2) return null;
  const mean = sorted.reduce((sum, v) => sum + v, 0) / n;
  const squares = sorted.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  return {
    low: quantileSorted(sorted, alpha / 2),
    high: quantileSorted(sorted, 1 - alpha / 2),
    standardError: Math.sqrt(squares / (n - 1)),
    replicates: n,
  };
}

/**
 * Replicates of a statistic over rows drawn with replacement: row ⌊u · n⌋ for n uniform numbers of one seeded stream, resample after
 * resample. O(replicates · n): for up to some 50 000 rows; beyond that use `PoissonBootstrap`.
 *
 * @param statistic of the positions of the rows drawn; null where undefined.
 *
 * Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function bootstrapRows(
  n: number,
  statistic: (rows: Uint32Array) => number | null,
  { replicates = 1000, seed = 1 }: { readonly replicates?: number; readonly seed?: number } = {},
): (number | null)[] {
  const next = mulberry32(seed);
  const rows = new Uint32Array(n);
  return Array.from({ length: replicates }, () => {
    for (let i = 0; i < n; i++) rows[i] = Math.floor(next() * n);
    return statistic(rows);
  });
}

/**
 * Replicates of statistics of counts: each count is redrawn as a Poisson number with that mean. This is the Poisson(1) bootstrap of the
 * rows behind the counts, at a cost that does not grow with the rows: O(replicates · counts).
 *
 * @param counts numbers of rows, none negative. @param statistics of a redrawn copy, which is overwritten by the next.
 * @returns for each statistic its replicates.
 */
export function bootstrapCounts(
  counts: Float64Array,
  statistics: (counts: Float64Array) => readonly (number | null)[],
  { replicates = 1000, seed = 1 }: { readonly replicates?: number; readonly seed?: number } = {},
): (number | null)[][] {
  const next = mulberry32(seed);
  const drawn = new Float64Array(counts.length);
  const made: (number | null)[][] = [];
  for (let b = 0; b < replicates; b++) {
    for (let i = 0; i < counts.length; i++) drawn[i] = poisson(counts[i]!, next);
    statistics(drawn).forEach((value, s) => {
      made[s] ??= [];
      made[s].push(value);
    });
  }
  return made;
}
