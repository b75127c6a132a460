import { moments } from './moments.ts';
import { quantileSorted } from './quantile.ts';

/**
 * A standard deviation that outliers cannot inflate, in data units: IQR / 1.3489795 (equal to the standard deviation for normal data), else
 * (P95 − P5) / 3.29 when half of the values are equal, else the standard deviation, else null for constant or empty data.
 *
 * @param sortedReference finite values, ascending.
 */
export function robustScale(sortedReference: Float64Array): number | null {
  const quartiles = quantileSorted(sortedReference, 0.75) - quantileSorted(sortedReference, 0.25);
  if (quartiles > 0) return quartiles / 1.3489795;
  const wide = quantileSorted(sortedReference, 0.95) - quantileSorted(sortedReference, 0.05);
  if (wide > 0) return wide / 3.29;
  const { sd } = moments(sortedReference);
  return sd > 0 ? sd : null;
}
