import { kolmogorovSmirnov } from '../stats/kolmogorovSmirnov.ts';

/** The exact p is made up to this many pairs of rows (a few milliseconds); it decides nothing here, so more would only cost time. */
const exactPairs = 1_000_000;

/** Kolmogorov-Smirnov as a number beside the verdict: exact p for small samples, asymptotic beyond. Both samples ascending and not empty. */
export function sideKolmogorovSmirnov(reference: Float64Array, current: Float64Array): { d: number; p: number; at: number } {
  return kolmogorovSmirnov(reference, current, reference.length * current.length <= exactPairs ? 'auto' : 'asymptotic');
}
