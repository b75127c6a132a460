import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import { type MeanLoss, meanLossOverScores } from './logLoss.ts';

/**
 * Brier score mean (p − y)², 0 to 1. Null without rows or when a score is outside [0, 1]. O(distinct scores).
 * As sklearn brier_score_loss 1.2.1.
 */
export function brier(counts: ScoreCounts): MeanLoss | null {
  const { scores } = counts;
  if (scores.length === 0 || scores[0]! < 0 || scores[scores.length - 1]! > 1) return null;
  return meanLossOverScores(
    counts,
    (p) => (1 - p) ** 2,
    (p) => p * p,
  );
}

/** Brier score of a model that always gives the share of positives: what has to be beaten. Null without rows. */
export function brierOfPrevalence({ totalPositives, totalNegatives }: ScoreCounts): number | null {
  const n = totalPositives + totalNegatives;
  return n > 0 ? (totalPositives / n) * (totalNegatives / n) : null;
}
