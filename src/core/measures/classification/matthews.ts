import type { ConfusionCounts } from './confusionCounts.ts';

/**
 * Matthews correlation coefficient, for any number of classes (R_K), −1 to 1. 0 when all rows have one true class or one predicted class,
 * as sklearn matthews_corrcoef 1.2.1; null without rows. O(classes).
 *
 * Source: J. Gorodkin, Computational Biology and Chemistry 28 (2004).
 */
export function matthews(counts: ConfusionCounts): number | null {
  const n = counts.total;
  if (!(n > 0)) return null;
  // In shares of rows: products of counts would lose digits for millions of rows.
  let agreement = 0;
  let chance = 0;
  let actual2 = 0;
  let predicted2 = 0;
  for (let c = 0; c < counts.classes; c++) {
    const a = counts.actual[c]! / n;
    const p = counts.predicted[c]! / n;
    agreement += counts.hits[c]! / n;
    chance += a * p;
    actual2 += a * a;
    predicted2 += p * p;
  }
  const oneClass = (margin: Float64Array) => margin.some((count) => count === n);
  if (oneClass(counts.actual) || oneClass(counts.predicted)) return 0;
  return (agreement - chance) / Math.sqrt((1 - actual2) * (1 - predicted2));
}
