import { wilson } from '../stats/wilson.ts';

/**
 * Newcombe's hybrid score interval of a difference of proportions, x1/n1 − x2/n2, at confidence 1 − alpha: stays within [−1, 1] and holds
 * its level for small counts and shares near 0 or 1. A side without rows gives [−1, 1] about the other.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10; same as statsmodels confint_proportions_2indep(method="newcomb")
 * 0.13.5.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, alpha = 0.05): { low: number; high: number } {
  const first = wilson(x1, n1, alpha);
  const second = wilson(x2, n2, alpha);
  const p1 = n1 > 0 ? x1 / n1 : 0.5;
  const p2 = n2 > 0 ? x2 / n2 : 0.5;
  const difference = p1 - p2;
  return {
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
}
