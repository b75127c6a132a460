import type { ValueWithError } from './errorMoments.ts';
import type { RegressionTotals } from './regressionSums.ts';

/**
 * R² = 1 − SSE / SST. Null when the target is constant. Standard error by the delta method from the influence of each row,
 * −(e² − MSE) / V + MSE (d² − V) / V² with V the variance of the target. O(1) from sums.
 *
 * As sklearn r2_score 1.2.1, which gives 1 or 0 for a constant target.
 */
export function rSquared(totals: RegressionTotals): ValueWithError | null {
  const n = totals.weight;
  if (!(n > 0) || totals.rows < 2) return null;
  const m = totals.d / n;
  const variance = totals.d2 / n - m * m;
  // A spread that is rounding noise of the sums is a constant target.
  if (!(variance > 1e-14 * (totals.d2 / n)) || variance === 0) return null;
  const mse = totals.e2 / n;
  const value = 1 - mse / variance;
  // Central moments of d, and of e² with c² = (d − m)².
  const c4 = totals.d4 / n - (4 * m * totals.d3) / n + (6 * m * m * totals.d2) / n - 3 * m ** 4;
  const e2c2 = totals.e2d2 / n - (2 * m * totals.e2d) / n + m * m * mse;
  const varE = totals.e4 / n - mse * mse;
  const varC = c4 - variance * variance;
  const cov = e2c2 - mse * variance;
  const spread = varE / variance ** 2 + (mse * mse * varC) / variance ** 4 - (2 * mse * cov) / variance ** 3;
  return { value, standardError: Math.sqrt(Math.max(0, spread) / totals.effectiveRows) };
}

/** 1 − Var(e) / Var(y): R² forgiven its bias. Null when the target is constant. As sklearn explained_variance_score 1.2.1. */
export function explainedVariance(totals: RegressionTotals): number | null {
  const r2 = rSquared(totals);
  if (r2 === null) return null;
  const n = totals.weight;
  const m = totals.d / n;
  return r2.value + (totals.e / n) ** 2 / (totals.d2 / n - m * m);
}
