import { normalQuantile } from '../distributions/normal.ts';

/**
 * Rows of the current sample needed for a one-sided test at level alpha to find a drop with the given power, the reference staying as it
 * is: n with (z_{1−α} + z_power)² (v_ref + v / n) = drop².
 *
 * @param drop size of the drop, in the unit of the measure, > 0. @param referenceVariance squared standard error of the reference value.
 * @param rowVariance squared standard error of the current value times its rows.
 * @returns a whole number, or null when the reference is too small for any number of current rows to do. O(1).
 */
export function rowsToResolve(drop: number, referenceVariance: number, rowVariance: number, alpha = 0.05, power = 0.8): number | null {
  if (!(drop > 0) || !(referenceVariance >= 0) || !(rowVariance >= 0)) return null;
  const z = normalQuantile(power) - normalQuantile(alpha);
  const room = (drop / z) ** 2 - referenceVariance;
  if (!(room > 0)) return null;
  const rows = rowVariance / room;
  return rows <= Number.MAX_SAFE_INTEGER ? Math.max(1, Math.ceil(rows)) : null;
}
