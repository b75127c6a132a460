/** Rates of a confusion matrix that are 1 minus the mean of a 0/1 loss over some of the rows. */
export type RateMetric = 'accuracy' | 'precision' | 'recall' | 'specificity' | 'npv';

/**
 * 0/1 loss per row whose mean is 1 − the rate: NaN where the row is not in the rate's denominator (a negative has no recall), so every search
 * and split by slice works on rates of a part of the rows, too.
 *
 * @param actual, predicted 1 positive, 0 negative; null or NaN (no label, no prediction) gives NaN.
 */
export function rateLoss(metric: RateMetric, actual: ArrayLike<number | null>, predicted: ArrayLike<number | null>): Float64Array {
  const loss = new Float64Array(actual.length);
  for (let i = 0; i < loss.length; i++) {
    const y = actual[i];
    const p = predicted[i];
    const known = (y === 0 || y === 1) && (p === 0 || p === 1);
    const counts =
      metric === 'accuracy' ||
      (metric === 'precision' && p === 1) ||
      (metric === 'recall' && y === 1) ||
      (metric === 'specificity' && y === 0) ||
      (metric === 'npv' && p === 0);
    loss[i] = !known || !counts ? Number.NaN : y === p ? 0 : 1;
  }
  return loss;
}
