import type { ConfusionCounts } from './confusionCounts.ts';

/** Mean recall over the classes that occur among the true labels; null without rows. As sklearn balanced_accuracy_score 1.2.1. O(classes). */
export function balancedAccuracy(counts: ConfusionCounts): number | null {
  let sum = 0;
  let present = 0;
  for (let c = 0; c < counts.classes; c++) {
    if (counts.actual[c]! === 0) continue;
    sum += counts.hits[c]! / counts.actual[c]!;
    present++;
  }
  return present > 0 ? sum / present : null;
}
