import { rankedFamily } from './rankedFamily.ts';

/**
 * Holm step-down adjusted p-values: running maximum of (family − rank + 1) · p, at most 1. Null and NaN are not tested, stay null and do
 * not count in the family.
 *
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979).
 */
export function holm(p: readonly (number | null)[]): (number | null)[] {
  const order = rankedFamily(p);
  const adjusted: (number | null)[] = p.map(() => null);
  let largest = 0;
  for (let rank = 1; rank <= order.length; rank++) {
    const i = order[rank - 1]!;
    largest = Math.max(largest, Math.min(1, (order.length - rank + 1) * p[i]!));
    adjusted[i] = largest;
  }
  return adjusted;
}
