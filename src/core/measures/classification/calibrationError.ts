import type { ReliabilityBin } from './reliability.ts';

export interface CalibrationError {
  /** Expected calibration error: mean |observed − predicted| over bins, weighted by their rows. */
  readonly ece: number;
  /** Maximum calibration error: the largest of those distances. */
  readonly mce: number;
  /** What the ECE of a perfectly calibrated model of the same size would be near, by chance alone. */
  readonly eceByChance: number;
}

/** E|Z| of a standard normal, the mean distance of a bin that is calibrated. */
const meanAbsoluteNormal = 0.8;

/**
 * Expected and maximum calibration error of binned probabilities; empty bins count nothing. The ECE is never 0 in a finite sample: it is
 * given with its size by chance, Σ w_b · 0.8 √(p(1 − p) / n_b). Null without rows.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): CalibrationError | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (!(n > 0)) return null;
  let ece = 0;
  let mce = 0;
  let eceByChance = 0;
  for (const bin of bins) {
    if (!(bin.n > 0)) continue;
    const predicted = bin.sumOfScores / bin.n;
    const distance = Math.abs(bin.positives / bin.n - predicted);
    ece += (bin.n / n) * distance;
    mce = Math.max(mce, distance);
    eceByChance += (bin.n / n) * meanAbsoluteNormal * Math.sqrt(Math.max(0, predicted * (1 - predicted)) / bin.n);
  }
  return { ece, mce, eceByChance };
}
