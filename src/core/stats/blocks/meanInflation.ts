/**
 * By how much the variance of a mean of m neighbours grows when their correlation falls off as r, r², r³ …: 1 + 2 Σ_{j<m} (1 − j/m) rʲ, in closed form.
 * 1 for m ≤ 1 or r = 0.
 *
 * @param r 0 ≤ r < 1. O(1).
 */
export function meanInflation(m: number, r: number): number {
  if (m <= 1 || r <= 0) return 1;
  const rest = 1 - r;
  return 1 + (2 * r) / rest - (2 * r * (1 - r ** m)) / (m * rest * rest);
}
