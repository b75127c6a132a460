import { normalQuantile } from '../../src/core/stats/distributions/normal.ts';
import type { SampleSummary } from '../../src/core/stats/intervals/welch.ts';

/**
 * Relative lift of a mean over another, treatment / control − 1, with a normal interval by the delta method. Null when the control mean is
 * 0. The interval is poor when the control mean is within about five standard errors of 0.
 */
export function relativeLift(
  treatment: SampleSummary,
  control: SampleSummary,
  alpha = 0.05,
): { lift: number; low: number; high: number } | null {
  if (control.mean === 0) return null;
  const lift = treatment.mean / control.mean - 1;
  const variance =
    treatment.variance / treatment.n / control.mean ** 2 + (treatment.mean ** 2 * (control.variance / control.n)) / control.mean ** 4;
  const half = -normalQuantile(alpha / 2) * Math.sqrt(variance);
  return { lift, low: lift - half, high: lift + half };
}
