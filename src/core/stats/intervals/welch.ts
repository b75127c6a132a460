import { studentTIsf, studentTSf } from '../distributions/studentT.ts';

/** Rows, mean and variance (divisor n − 1) of a sample. */
export interface SampleSummary {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** A t test of the difference of two means, first less second. */
export interface MeanDifference {
  readonly difference: number;
  readonly standardError: number;
  /** 0 when both variances are 0. */
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** One-sided: that the first is no larger than the second. */
  readonly pGreater: number;
  readonly low: number;
  readonly high: number;
}

function fromT(difference: number, standardError: number, df: number, alpha: number): MeanDifference {
  if (standardError === 0) {
    const equal = difference === 0;
    const t = equal ? 0 : Math.sign(difference) * Number.POSITIVE_INFINITY;
    const pGreater = equal ? 1 : difference > 0 ? 0 : 1;
    return { difference, standardError, t, df, p: equal ? 1 : 0, pGreater, low: difference, high: difference };
  }
  const t = difference / standardError;
  const half = studentTIsf(alpha / 2, df) * standardError;
  return {
    difference,
    standardError,
    t,
    df,
    p: 2 * studentTSf(Math.abs(t), df),
    pGreater: studentTSf(t, df),
    low: difference - half,
    high: difference + half,
  };
}

/**
 * Welch's t test of two means from summaries, with Satterthwaite's degrees of freedom. Both variances 0: p 1 for equal means, else 0.
 * Null with fewer than two rows on a side. O(1).
 *
 * Source: B. L. Welch, Biometrika 34 (1947); same as scipy ttest_ind(equal_var=False) 1.10.1.
 */
export function welch(first: SampleSummary, second: SampleSummary, alpha = 0.05): MeanDifference | null {
  if (first.n < 2 || second.n < 2) return null;
  const a = first.variance / first.n;
  const b = second.variance / second.n;
  const df = (a + b) ** 2 / ((a * a) / (first.n - 1) + (b * b) / (second.n - 1));
  return fromT(first.mean - second.mean, Math.sqrt(a + b), df, alpha);
}

/**
 * Student's t test with pooled variance; same as scipy ttest_ind(equal_var=True) 1.10.1. Null with fewer than two rows on a side.
 */
export function studentTTest(first: SampleSummary, second: SampleSummary, alpha = 0.05): MeanDifference | null {
  if (first.n < 2 || second.n < 2) return null;
  const df = first.n + second.n - 2;
  const pooled = ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / df;
  return fromT(first.mean - second.mean, Math.sqrt(pooled * (1 / first.n + 1 / second.n)), df, alpha);
}

/** Interval of a mean by Student's t distribution; null below two rows. */
export function meanInterval({ n, mean, variance }: SampleSummary, alpha = 0.05): { low: number; high: number } | null {
  if (n < 2) return null;
  const half = studentTIsf(alpha / 2, n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}
