import { rankedFamily } from './rankedFamily.ts';

/**
 * Benjamini-Hochberg adjusted p-values (q-values): reject where q ≤ level to hold the expected share of false rejections at the level.
 * Valid for independent and positively dependent tests.
 *
 * @param p p-values; null or NaN is not tested, stays null and does not count in the family.
 * @returns q in the order of p, min over later ranks of family · p / rank, at most 1. O(k log k).
 *
 * Source: Y. Benjamini and Y. Hochberg, JRSS B 57 (1995).
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const order = rankedFamily(p);
  const adjusted: (number | null)[] = p.map(() => null);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const i = order[rank - 1]!;
    smallest = Math.min(smallest, p[i]! / (rank / order.length));
    adjusted[i] = smallest;
  }
  return adjusted;
}
