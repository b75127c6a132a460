import { RunningMoments } from '../../src/core/stats/samples/runningMoments.ts';

/**
 * Pinball loss of predictions of the α-quantile: mean of max(α d, (α − 1) d) with d = target − prediction. Null without usable rows; rows
 * with a missing or infinite value are left out. O(n).
 *
 * As sklearn mean_pinball_loss 1.2.1.
 */
export function pinballLoss(
  targets: Float64Array,
  predictions: Float64Array,
  alpha: number,
  weights?: Float64Array,
): { n: number; mean: number; variance: number } | null {
  const loss = new RunningMoments();
  for (let i = 0; i < targets.length; i++) {
    const d = targets[i]! - predictions[i]!;
    if (Number.isFinite(d)) loss.add(Math.max(alpha * d, (alpha - 1) * d), weights === undefined ? 1 : weights[i]!);
  }
  return loss.n > 0 ? loss.summary() : null;
}
