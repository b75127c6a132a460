import { meanFromSums, type ValueWithError } from './errorMoments.ts';
import type { RegressionTotals } from './regressionSums.ts';

/** Mean |e / y| over rows whose target is not 0 (those are counted in `zeroTargets`); null when all targets are 0. */
export function meanAbsolutePercentageError(totals: RegressionTotals): ValueWithError | null {
  if (!(totals.relativeWeight > 0)) return null;
  const rows = totals.effectiveRows * (totals.relativeWeight / totals.weight);
  return meanFromSums(totals.relative, totals.relative2, totals.relativeWeight, rows);
}

/** Mean 2|e| / (|y| + |ŷ|), 0 to 2; a row with both 0 counts 0. */
export function symmetricMeanAbsolutePercentageError(totals: RegressionTotals): ValueWithError {
  return meanFromSums(totals.symmetric, totals.symmetric2, totals.weight, totals.effectiveRows);
}

/** Σ|e| / Σ|y|; null when all targets are 0. Standard error by the delta method for a ratio of means. */
export function weightedAbsolutePercentageError(totals: RegressionTotals): ValueWithError | null {
  const n = totals.weight;
  const meanTarget = totals.absTarget / n;
  if (!(meanTarget > 0)) return null;
  const value = totals.abs / totals.absTarget;
  // Variance of |e| − WAPE · |y|, whose mean is 0.
  const spread = totals.e2 / n - (2 * value * totals.absByAbsTarget) / n + (value * value * totals.absTarget2) / n;
  const rows = totals.effectiveRows;
  return { value, standardError: rows > 1 ? Math.sqrt(Math.max(0, spread) / (rows - 1)) / meanTarget : Number.NaN };
}
