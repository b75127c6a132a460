import type { BinaryCounts } from './binaryCounts.ts';
import { ratio } from './ratio.ts';

/**
 * F_β = (1 + β²) tp / ((1 + β²) tp + β² fn + fp): the weighted harmonic mean of precision and recall, recall counting β times as much.
 * Null when there are neither positives nor predicted positives. As sklearn fbeta_score 1.2.1 elsewhere.
 */
export function fBeta({ tp, fp, fn }: BinaryCounts, beta = 1): number | null {
  const b2 = beta * beta;
  return ratio((1 + b2) * tp, (1 + b2) * tp + b2 * fn + fp);
}
