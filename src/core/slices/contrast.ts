import { studentTSf } from '../stats/studentT.ts';
import { meanOf, type Sums, varianceOf } from './sums.ts';

/** How much worse a group of rows is than other rows. */
export interface Contrast {
  /** In units of the loss; positive: worse. */
  readonly estimate: number;
  readonly se: number;
  /** Degrees of freedom of the interval; Infinity for a normal one. */
  readonly df: number;
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
}

/** Compares the rows of a slice with other rows; one entry of sums per side (current, or current and reference). */
export type ContrastOf = (slice: readonly Sums[], rest: readonly Sums[]) => Contrast;

/** One mean that enters a contrast: its sums, and the variance its rows have at least. */
export interface Part {
  readonly sums: Sums;
  readonly floor: number;
}

/**
 * Signed sum of means (+ − + …) over its standard error, with Satterthwaite's degrees of freedom (two parts: Welch's t test).
 *
 * The variance of a part is not taken below its floor. Thirty equal losses have no variance of their own, and a test that believes it calls any
 * distance from the rest proven; under the hypothesis tested the rows have the variance of all.
 */
export function meansContrast(parts: readonly Part[]): Contrast {
  let estimate = 0;
  let variance = 0;
  let spread = 0;
  parts.forEach(({ sums, floor }, i) => {
    const share = Math.max(varianceOf(sums), floor) / sums.n;
    estimate += (i % 2 === 0 ? 1 : -1) * meanOf(sums);
    variance += share;
    spread += (share * share) / Math.max(1, sums.n - 1);
  });
  const se = Math.sqrt(variance);
  if (!(se > 0)) return { estimate, se: 0, df: Number.POSITIVE_INFINITY, statistic: 0, p: estimate === 0 ? 1 : 0 };
  const df = (variance * variance) / spread;
  const statistic = estimate / se;
  return { estimate, se, df, statistic, p: Math.min(1, 2 * studentTSf(Math.abs(statistic), df)) };
}
