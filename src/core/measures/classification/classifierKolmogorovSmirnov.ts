import type { ScoreCounts } from '../../stats/samples/scoreCounts.ts';

/**
 * Largest distance of true and false positive rate over all thresholds, max |TPR − FPR|: the Kolmogorov-Smirnov statistic of the scores
 * by class (scipy ks_2samp 1.10.1). Null when a class is missing. O(distinct scores).
 */
export function classifierKolmogorovSmirnov({ positives, negatives, totalPositives, totalNegatives }: ScoreCounts): number | null {
  if (!(totalPositives > 0) || !(totalNegatives > 0)) return null;
  let p = 0;
  let q = 0;
  let largest = 0;
  for (let i = 0; i < positives.length; i++) {
    p += positives[i]!;
    q += negatives[i]!;
    largest = Math.max(largest, Math.abs(p / totalPositives - q / totalNegatives));
  }
  return largest;
}
