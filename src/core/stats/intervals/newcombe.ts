import { moverDifference } from './mover.ts';
import { wilson } from './wilson.ts';

/**
 * Newcombe's interval of the difference of two independent shares, x1/n1 − x2/n2, from their Wilson intervals. A side without rows
 * counts as a share of one half between 0 and 1.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10; same as statsmodels confint_proportions_2indep 0.13.5 ("newcomb").
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, alpha = 0.05): { low: number; high: number } {
  const first = { value: n1 > 0 ? x1 / n1 : 0.5, ...wilson(x1, n1, alpha) };
  const second = { value: n2 > 0 ? x2 / n2 : 0.5, ...wilson(x2, n2, alpha) };
  return moverDifference(first, second);
}
