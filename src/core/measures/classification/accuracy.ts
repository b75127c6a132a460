import type { ConfusionCounts } from './confusionCounts.ts';
import { ratio } from './ratio.ts';

/** Share of rows whose predicted class is the true one; null without rows. As sklearn accuracy_score 1.2.1. O(classes). */
export function accuracy(counts: ConfusionCounts): number | null {
  let hits = 0;
  for (const h of counts.hits) hits += h;
  return ratio(hits, counts.total);
}
