import { kolmogorovFiniteSf } from '../distributions/kolmogorovFinite.ts';
import { roundHalfEven } from '../samples/roundHalfEven.ts';
import { kolmogorovSmirnovExact } from './kolmogorovSmirnovExact.ts';

/** Largest sample for the exact p, as scipy's "auto" has it. */
const exactRows = 10_000;
/** Most steps of the exact recursion, about 50 ms. Beyond it p is below 1e−12 for any sizes up to `exactRows`. */
const exactSteps = 12_000_000;

/**
 * Two-sided p of a two-sample Kolmogorov-Smirnov distance `d` between n and m values: exact up to 10 000 rows a side (`auto`), else the tail of the
 * one-sample law with nm / (n + m) observations. d 0: p 1. As scipy.stats.ks_2samp(method="auto") 1.10.1.
 */
export function kolmogorovSmirnovP(n: number, m: number, d: number, method: 'auto' | 'asymptotic'): number {
  if (d === 0) return 1;
  const exact =
    method === 'auto' &&
    Math.max(n, m) <= exactRows &&
    (n === m || Math.max(n, m) * Math.min(Math.min(n, m), 2 * d * Math.min(n, m) + 2) <= exactSteps);
  return exact ? kolmogorovSmirnovExact(n, m, d) : kolmogorovFiniteSf(roundHalfEven((n * m) / (n + m)), d);
}
