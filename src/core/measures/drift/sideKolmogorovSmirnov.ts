import { kolmogorovSmirnovP } from '../../stats/tests/kolmogorovSmirnovP.ts';

/** The exact p is made up to this many pairs of rows (a few milliseconds); it decides nothing here, so more would only cost time. */
const exactPairs = 1_000_000;

/** p of a Kolmogorov-Smirnov distance between n and m values as a number beside the verdict: exact for small samples, asymptotic beyond. */
export function sideKolmogorovSmirnovP(n: number, m: number, d: number): number {
  return kolmogorovSmirnovP(n, m, d, n * m <= exactPairs ? 'auto' : 'asymptotic');
}
