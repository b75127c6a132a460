import { normalQuantile } from '../distributions/normal.ts';

/** Variance of an AUC θ by Hanley and McNeil with Newcombe's continuation, for p positives and q negatives. */
function variance(theta: number, p: number, q: number): number {
  const pairs = (p + q) / 2 - 1;
  return (theta * (1 - theta) * (1 + (pairs * (1 - theta)) / (2 - theta) + (pairs * theta) / (1 + theta))) / (p * q);
}

/**
 * Newcombe's score-type interval of an AUC: all θ within z standard errors of the estimate, the standard error taken at θ. Keeps inside
 * [0, 1] and has a width even for an AUC of 0 or 1, where DeLong's variance is 0. O(1).
 *
 * Source: R. G. Newcombe, Statistics in Medicine 25 (2006), method 5.
 */
export function aucNewcombe(auc: number, positives: number, negatives: number, alpha = 0.05): { low: number; high: number } {
  const z = -normalQuantile(alpha / 2);
  const beyond = (theta: number) => Math.abs(theta - auc) > z * Math.sqrt(variance(theta, positives, negatives));
  const bound = (end: number): number => {
    let inside = auc;
    let outside = end;
    if (inside === outside) return end;
    for (let i = 0; i < 60; i++) {
      const middle = (inside + outside) / 2;
      if (beyond(middle)) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  return { low: bound(0), high: bound(1) };
}
