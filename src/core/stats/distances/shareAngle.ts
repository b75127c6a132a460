/**
 * Angle of a share, 2 asin √x for 0 ≤ x ≤ 1. A share of n independent rows has an angle with variance 1/n whatever the share is, so angles need no
 * scale and the noise of rare values is not skewed.
 *
 * Source: M. F. Freeman and J. W. Tukey, Annals of Mathematical Statistics 21 (1950); R. A. Fisher (1922).
 */
export function shareAngle(x: number): number {
  return 2 * Math.asin(Math.sqrt(x < 0 ? 0 : x > 1 ? 1 : x));
}
