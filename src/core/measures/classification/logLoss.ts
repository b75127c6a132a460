import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

/** Mean and variance (divisor n − 1) of a loss over rows. */
export interface MeanLoss {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
}

/** Probabilities are kept this far from 0 and 1, as sklearn log_loss does for doubles (eps="auto", the default since 1.3). */
export const logLossClip = Number.EPSILON;

/** Mean and variance over rows of a loss that depends on the score and the class. O(distinct scores). */
export function meanLossOverScores(
  counts: ScoreCounts,
  ofPositive: (p: number) => number,
  ofNegative: (p: number) => number,
): MeanLoss | null {
  const n = counts.totalPositives + counts.totalNegatives;
  if (!(n > 0)) return null;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < counts.scores.length; i++) {
    const p = counts.scores[i]!;
    if (counts.positives[i]! > 0) {
      const loss = ofPositive(p);
      sum += counts.positives[i]! * loss;
      squares += counts.positives[i]! * loss * loss;
    }
    if (counts.negatives[i]! > 0) {
      const loss = ofNegative(p);
      sum += counts.negatives[i]! * loss;
      squares += counts.negatives[i]! * loss * loss;
    }
  }
  const mean = sum / n;
  return { mean, variance: Math.max(0, squares - n * mean * mean) / (n - 1), n };
}

/**
 * Binary log loss −mean ln p(true class) in nats. Null without rows or when a score is outside [0, 1]. O(distinct scores).
 *
 * @param clip probabilities are kept within [clip, 1 − clip].
 */
export function logLoss(counts: ScoreCounts, clip = logLossClip): MeanLoss | null {
  const { scores } = counts;
  if (scores.length === 0 || scores[0]! < 0 || scores[scores.length - 1]! > 1) return null;
  const inside = (p: number) => Math.min(1 - clip, Math.max(clip, p));
  return meanLossOverScores(
    counts,
    (p) => -Math.log(inside(p)),
    (p) => (p > 0.5 ? -Math.log(1 - inside(p)) : -Math.log1p(-inside(p))),
  );
}
