/**
 * Values of current outside the range seen in the reference, both ends included in the range.
 *
 * @param values any values; nulls must be left out by the caller. NaN and ±Infinity are counted as `nonFinite` and judged neither way.
 * @returns `finite` values judged, `outside` those below `min` or above `max`, and their `share` of the finite ones (null without any). A NaN
 *   limit (a reference without finite values) has nothing outside.
 */
export function rangeViolations(
  values: Float64Array,
  min: number,
  max: number,
): { finite: number; nonFinite: number; outside: number; share: number | null } {
  let finite = 0;
  let outside = 0;
  for (const x of values) {
    if (!Number.isFinite(x)) continue;
    finite++;
    if (x < min || x > max) outside++;
  }
  return { finite, nonFinite: values.length - finite, outside, share: finite > 0 ? outside / finite : null };
}
