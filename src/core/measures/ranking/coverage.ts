import type { RankedLists } from './rankedLists.ts';

/**
 * Share of the catalogue that appears among anyone's first k items. Null for an empty catalogue. O(n).
 *
 * @param item item of each row, 0 … catalogue − 1; −1 for a missing one.
 */
export function coverageAtK(lists: RankedLists, item: Int32Array, k: number, catalogue: number): number | null {
  if (!(catalogue > 0)) return null;
  const seen = new Set<number>();
  forEachTop(lists, k, (row) => {
    if (item[row]! >= 0) seen.add(item[row]!);
  });
  return seen.size / catalogue;
}

function forEachTop(lists: RankedLists, k: number, visit: (row: number) => void): void {
  for (let u = 0; u < lists.users; u++) {
    const from = lists.start[u]!;
    for (let i = from; i < Math.min(lists.start[u + 1]!, from + k); i++) visit(lists.rows[i]!);
  }
}

/**
 * Personalisation: 1 − mean overlap of the first k items over all pairs of users, as a share of k. Null below two users. Counts, per item,
 * the users that have it, so the cost is O(n), not O(users²). An item twice in a list counts once.
 *
 * As Evidently's PersonalizationMetric.
 */
export function personalisationAtK(lists: RankedLists, item: Int32Array, k: number): number | null {
  const usersOf = new Map<number, number>();
  let users = 0;
  for (let u = 0; u < lists.users; u++) {
    const from = lists.start[u]!;
    const to = Math.min(lists.start[u + 1]!, from + k);
    if (to === from) continue;
    users++;
    const own = new Set<number>();
    for (let i = from; i < to; i++) own.add(item[lists.rows[i]!]!);
    own.delete(-1);
    for (const it of own) usersOf.set(it, (usersOf.get(it) ?? 0) + 1);
  }
  if (users < 2) return null;
  let shared = 0;
  for (const count of usersOf.values()) shared += (count * (count - 1)) / 2;
  return 1 - shared / ((users * (users - 1)) / 2) / k;
}
