import type { BinaryCounts } from './binaryCounts.ts';
import { ratio } from './ratio.ts';

/** Share of predicted positives that are positive; null when nothing is predicted positive. */
export function precision({ tp, fp }: BinaryCounts): number | null {
  return ratio(tp, tp + fp);
}

/** Share of positives that are found (true positive rate, sensitivity); null without positives. */
export function recall({ tp, fn }: BinaryCounts): number | null {
  return ratio(tp, tp + fn);
}

/** Share of negatives left alone (true negative rate); null without negatives. */
export function specificity({ tn, fp }: BinaryCounts): number | null {
  return ratio(tn, tn + fp);
}

/** Negative predictive value: share of predicted negatives that are negative; null when nothing is predicted negative. */
export function negativePredictiveValue({ tn, fn }: BinaryCounts): number | null {
  return ratio(tn, tn + fn);
}
