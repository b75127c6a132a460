import { benjaminiHochberg } from '../../src/core/stats/multiplicity/benjaminiHochberg.ts';

/**
 * Benjamini-Yekutieli adjusted p-values: Benjamini-Hochberg times 1 + 1/2 + … + 1/family, valid under any dependence.
 * Null and NaN as in `benjaminiHochberg`.
 *
 * Source: Y. Benjamini and D. Yekutieli, Annals of Statistics 29 (2001).
 */
export function benjaminiYekutieli(p: readonly (number | null)[]): (number | null)[] {
  let family = 0;
  let factor = 0;
  for (const value of p) if (value !== null && !Number.isNaN(value)) factor += 1 / ++family;
  // Scaled before the adjustment: scaling its results instead would lose values it had already cut off at 1.
  return benjaminiHochberg(p.map((value) => (value === null ? null : value * factor)));
}
