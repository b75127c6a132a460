import { RunningMoments } from '../../stats/samples/runningMoments.ts';
import { logLossClip, type MeanLoss } from './logLoss.ts';

export interface MulticlassLosses {
  /** −mean ln p(true class), rows scaled to sum 1. */
  readonly logLoss: MeanLoss;
  /** Mean over rows of Σ (p_c − y_c)², 0 to 2. */
  readonly brier: MeanLoss;
}

/**
 * Log loss and Brier score of a model with one probability per class. Null without rows, or when a probability is outside [0, 1] or a row
 * sums to 0. O(n · classes).
 *
 * @param actual class of each row, 0 … classes − 1. @param probabilities one column per class. @param weights of the rows; rows of weight 0 are
 *   left out.
 *
 * Source: as sklearn log_loss 1.2.1 (clipped, then scaled); G. Brier (1950).
 */
export function multiclassLosses(
  actual: Int32Array,
  probabilities: readonly Float64Array[],
  weights: Float64Array | null = null,
  clip = logLossClip,
): MulticlassLosses | null {
  const k = probabilities.length;
  const logs = new RunningMoments();
  const squares = new RunningMoments();
  for (let i = 0; i < actual.length; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    if (weight === 0) continue;
    let sum = 0;
    let clipped = 0;
    for (let c = 0; c < k; c++) {
      const p = probabilities[c]![i]!;
      if (!(p >= 0 && p <= 1)) return null;
      sum += p;
      clipped += Math.min(1 - clip, Math.max(clip, p));
    }
    if (!(sum > 0)) return null;
    const own = Math.min(1 - clip, Math.max(clip, probabilities[actual[i]!]![i]!));
    logs.add(-Math.log(own / clipped), weight);
    let square = 0;
    for (let c = 0; c < k; c++) square += (probabilities[c]![i]! / sum - (actual[i] === c ? 1 : 0)) ** 2;
    squares.add(square, weight);
  }
  return logs.n > 0 ? { logLoss: logs.summary(), brier: squares.summary() } : null;
}
