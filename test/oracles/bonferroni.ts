import { rankedFamily } from '../../src/core/stats/multiplicity/rankedFamily.ts';

/** Bonferroni adjusted p-values min(1, family · p). Null and NaN are not tested, stay null and do not count in the family. */
export function bonferroni(p: readonly (number | null)[]): (number | null)[] {
  const order = rankedFamily(p);
  const adjusted: (number | null)[] = p.map(() => null);
  for (const i of order) adjusted[i] = Math.min(1, p[i]! * order.length);
  return adjusted;
}
