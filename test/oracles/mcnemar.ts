import { betaIncWithComplement } from '../../src/core/stats/distributions/beta.ts';
import { chiSquareSf } from '../../src/core/stats/distributions/chiSquare.ts';

export interface McNemar {
  /** Exact two-sided binomial p. */
  readonly exactP: number;
  /** The smaller of the two counts of disagreement. */
  readonly exactStatistic: number;
  readonly chiSquare: number;
  readonly chiSquareP: number;
  /** With continuity correction. */
  readonly correctedChiSquare: number;
  readonly correctedP: number;
  /** The p to use: exact below 25 disagreements, else corrected chi-square. */
  readonly p: number;
  readonly method: 'exact' | 'chi_square';
}

/**
 * McNemar's test of two models on the same rows, from the rows on which exactly one of them is right.
 *
 * @param onlyFirst, onlySecond rows only the first, only the second model gets right. None at all: p 1. O(√n).
 *
 * Source: Q. McNemar, Psychometrika 12 (1947); same as statsmodels mcnemar 0.13.5.
 */
export function mcnemar(onlyFirst: number, onlySecond: number): McNemar {
  const n = onlyFirst + onlySecond;
  const least = Math.min(onlyFirst, onlySecond);
  if (n === 0) {
    return {
      exactP: 1,
      exactStatistic: 0,
      chiSquare: 0,
      chiSquareP: 1,
      correctedChiSquare: 0,
      correctedP: 1,
      p: 1,
      method: 'exact',
    };
  }
  const apart = Math.abs(onlyFirst - onlySecond);
  // P(X ≤ least) of a fair binomial; the middle counts twice when both are equal.
  const exactP = apart === 0 ? 1 : Math.min(1, 2 * betaIncWithComplement(n - least, least + 1, 0.5, 0.5));
  const chiSquare = (apart * apart) / n;
  const correctedChiSquare = (apart - 1) ** 2 / n;
  const correctedP = chiSquareSf(correctedChiSquare, 1);
  const method = n < 25 ? 'exact' : 'chi_square';
  return {
    exactP,
    exactStatistic: least,
    chiSquare,
    chiSquareP: chiSquareSf(chiSquare, 1),
    correctedChiSquare,
    correctedP,
    p: method === 'exact' ? exactP : correctedP,
    method,
  };
}
