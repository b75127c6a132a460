import { chiSquareSf } from '../../../stats/distributions/chiSquare.ts';

/** Counts and sums of an outcome by stratum on both sides. */
export interface Strata {
  readonly reference: StratumSums;
  readonly current: StratumSums;
}

export interface StratumSums {
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** Sums of an outcome by stratum; rows with an unknown stratum (negative) or outcome are left out. */
export function stratumSums(strata: Int32Array, outcome: Float64Array, count: number): StratumSums {
  const of = { n: new Float64Array(count), sum: new Float64Array(count), squares: new Float64Array(count) };
  for (let i = 0; i < strata.length; i++) {
    const s = strata[i]!;
    const y = outcome[i]!;
    if (s < 0 || !Number.isFinite(y)) continue;
    of.n[s]! += 1;
    of.sum[s]! += y;
    of.squares[s]! += y * y;
  }
  return of;
}

/** How far current's sum of outcomes is from what exchanging rows within strata gives. */
export interface Exchange {
  /** Observed less expected sum of current. */
  readonly excess: number;
  readonly variance: number;
}

/** One stratum: expectation and variance of current's sum when the pooled outcomes are dealt out at random. No variance with one side empty. */
export function exchange({ reference, current }: Strata, stratum: number): Exchange {
  const [n0, n1] = [reference.n[stratum]!, current.n[stratum]!];
  const n = n0 + n1;
  if (n0 === 0 || n1 === 0) return { excess: 0, variance: 0 };
  const sum = reference.sum[stratum]! + current.sum[stratum]!;
  const squares = reference.squares[stratum]! + current.squares[stratum]!;
  const spread = Math.max(0, squares - (sum * sum) / n);
  return { excess: current.sum[stratum]! - (n1 * sum) / n, variance: ((n0 * n1) / (n * (n - 1))) * spread };
}

/**
 * Cochran-Mantel-Haenszel test that a mean is the same on both sides within every stratum, against a difference of one direction: for 0/1 outcomes
 * the classical test of K tables 2 × 2 without continuity correction, for others its mean score form.
 *
 * @returns chi-square with 1 degree of freedom; p 1 when no stratum has both sides and varying outcomes.
 *
 * Source: N. Mantel and W. Haenszel, JNCI 22 (1959); J. R. Landis et al., Int. Stat. Rev. 46 (1978). For 0/1 outcomes same as statsmodels
 * StratifiedTable.test_null_odds(correction=False) 0.15.0.
 */
export function cochranMantelHaenszel(strata: Strata): Exchange & { readonly statistic: number; readonly p: number } {
  let excess = 0;
  let variance = 0;
  for (let s = 0; s < strata.reference.n.length; s++) {
    const of = exchange(strata, s);
    excess += of.excess;
    variance += of.variance;
  }
  const statistic = variance > 0 ? (excess * excess) / variance : 0;
  return { excess, variance, statistic, p: chiSquareSf(statistic, 1) };
}
