import { normalQuantile, normalSf } from '../distributions/normal.ts';
import type { ScoreCounts } from '../samples/scoreCounts.ts';

/** An AUC with DeLong's variance. */
export interface DeLong {
  readonly auc: number;
  /** 0 when all positives score above all negatives: then no interval can be made of it. */
  readonly variance: number;
}

/**
 * AUC with DeLong's variance from placement values by mid-ranks, S10 / positives + S01 / negatives (divisors n − 1). Null with fewer than
 * two rows of a class. O(distinct scores).
 *
 * Source: E. DeLong et al., Biometrics 44 (1988); mid-ranks by X. Sun and W. Xu, IEEE Signal Processing Letters 21 (2014).
 */
export function deLong({ positives, negatives, totalPositives: p, totalNegatives: q }: ScoreCounts): DeLong | null {
  if (p < 2 || q < 2) return null;
  const n = positives.length;
  let wins = 0;
  for (let i = 0, below = 0; i < n; i++) {
    wins += positives[i]! * (below + negatives[i]! / 2);
    below += negatives[i]!;
  }
  const auc = wins / (p * q);
  let ofPositives = 0;
  let ofNegatives = 0;
  let positivesBelow = 0;
  let negativesBelow = 0;
  for (let i = 0; i < n; i++) {
    const placement = (negativesBelow + negatives[i]! / 2) / q;
    ofPositives += positives[i]! * (placement - auc) ** 2;
    const mirrored = 1 - (positivesBelow + positives[i]! / 2) / p;
    ofNegatives += negatives[i]! * (mirrored - auc) ** 2;
    positivesBelow += positives[i]!;
    negativesBelow += negatives[i]!;
  }
  return { auc, variance: ofPositives / ((p - 1) * p) + ofNegatives / ((q - 1) * q) };
}

/** Normal interval of an AUC with DeLong's variance, cut to [0, 1]; a point when the variance is 0. */
export function deLongInterval({ auc, variance }: DeLong, alpha = 0.05): { low: number; high: number } {
  const half = -normalQuantile(alpha / 2) * Math.sqrt(variance);
  return { low: Math.max(0, auc - half), high: Math.min(1, auc + half) };
}

/** A difference of two AUCs, first less second. */
export interface AucDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  readonly pTwoSided: number;
  /** One-sided: that the second is no lower than the first. */
  readonly pDrop: number;
  readonly low: number;
  readonly high: number;
}

/** The difference of two estimates with its standard error, by the normal distribution; no variance at all gives z 0 and p 1. */
export function normalDifference(difference: number, variance: number, alpha = 0.05): AucDifference {
  const standardError = Math.sqrt(Math.max(0, variance));
  const z = standardError > 0 ? difference / standardError : 0;
  const half = -normalQuantile(alpha / 2) * standardError;
  return {
    difference,
    standardError,
    z,
    pTwoSided: standardError > 0 ? 2 * normalSf(Math.abs(z)) : 1,
    pDrop: standardError > 0 ? normalSf(z) : 1,
    low: difference - half,
    high: difference + half,
  };
}

/** AUCs of two different samples, such as reference and current rows: variances add. */
export function unpairedAucDifference(first: DeLong, second: DeLong, alpha = 0.05): AucDifference {
  return normalDifference(first.auc - second.auc, first.variance + second.variance, alpha);
}
