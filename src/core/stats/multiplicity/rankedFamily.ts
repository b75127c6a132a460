/**
 * Positions of the p-values that belong to a family of tests, smallest p first. Null and NaN are cells that were not tested and take no part.
 * Equal p-values keep their order; every adjustment gives them the same result anyway.
 */
export function rankedFamily(p: readonly (number | null)[]): number[] {
  const tested: number[] = [];
  for (let i = 0; i < p.length; i++) if (p[i] !== null && !Number.isNaN(p[i])) tested.push(i);
  return tested.sort((i, j) => p[i]! - p[j]!);
}
