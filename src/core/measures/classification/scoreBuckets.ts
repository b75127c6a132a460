import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

/**
 * Joins neighbouring scores into at most `limit` groups of about equally many rows, each at its mean score: a coarser form of the scores
 * that is quick to resample. Unchanged when there are few enough. O(distinct scores).
 */
export function scoreBuckets(counts: ScoreCounts, limit = 500): ScoreCounts {
  const { scores, positives, negatives, totalPositives, totalNegatives } = counts;
  if (scores.length <= limit) return counts;
  const apart = (totalPositives + totalNegatives) / limit;
  const made = { scores: new Float64Array(limit), positives: new Float64Array(limit), negatives: new Float64Array(limit) };
  let passed = 0;
  for (let i = 0; i < scores.length; i++) {
    const rows = positives[i]! + negatives[i]!;
    const b = Math.min(limit - 1, Math.floor(passed / apart));
    made.scores[b]! += rows * scores[i]!;
    made.positives[b]! += positives[i]!;
    made.negatives[b]! += negatives[i]!;
    passed += rows;
  }
  for (let b = 0; b < limit; b++) made.scores[b]! /= made.positives[b]! + made.negatives[b]!;
  const kept = (of: Float64Array) => of.filter((_, b) => made.positives[b]! + made.negatives[b]! > 0);
  return { ...counts, scores: kept(made.scores), positives: kept(made.positives), negatives: kept(made.negatives) };
}
