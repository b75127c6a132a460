import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting one half. Null when a class is missing.
 * O(distinct scores). As sklearn roc_auc_score 1.2.1.
 */
export function rocAuc({ positives, negatives, totalPositives, totalNegatives }: ScoreCounts): number | null {
  if (!(totalPositives > 0) || !(totalNegatives > 0)) return null;
  let wins = 0;
  let below = 0;
  for (let i = 0; i < positives.length; i++) {
    wins += positives[i]! * (below + negatives[i]! / 2);
    below += negatives[i]!;
  }
  return wins / (totalPositives * totalNegatives);
}

/** Gini coefficient of a classifier, 2 AUC − 1; null with the AUC. */
export function gini(auc: number | null): number | null {
  return auc === null ? null : 2 * auc - 1;
}
