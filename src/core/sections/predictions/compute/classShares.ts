import { kullbackLeibler } from '../../../stats/distances/kullbackLeibler.ts';
import { totalVariation } from '../../../stats/distances/totalVariation.ts';
import { chiSquarePooled } from '../../../stats/tests/chiSquarePooled.ts';

/** How predicted classes changed from reference to current. */
export interface ClassShareChange {
  /** Share of rows that would have to move; the part of it beyond noise. NaN when a side has no rows. */
  readonly tvd: number;
  readonly tvdCorrected: number;
  /** Chi-square test of homogeneity, rare classes pooled. */
  readonly p: number;
  /** Kullback-Leibler divergence of current from reference, in nats, ½ added to each count. NaN when there is no class. */
  readonly klCurrentReference: number;
}

/** Compares counts of predicted classes, both over the same classes. O(classes). */
export function classShareChange(reference: ArrayLike<number>, current: ArrayLike<number>): ClassShareChange {
  const { tvd, corrected } = totalVariation(reference, current);
  return {
    tvd,
    tvdCorrected: corrected,
    p: chiSquarePooled(reference, current).p,
    klCurrentReference: kullbackLeibler(current, reference, 0.5),
  };
}

/** Share of rows in the k classes predicted most; null without rows. Near 1 with k = 1: the model says the same of everything. */
export function topShare(counts: ArrayLike<number>, k = 1): number | null {
  const sorted = Array.from(counts).sort((a, b) => b - a);
  const n = sorted.reduce((sum, count) => sum + count, 0);
  return n > 0 ? sorted.slice(0, k).reduce((sum, count) => sum + count, 0) / n : null;
}
