/**
 * Categories one side has and the other has not.
 *
 * @param reference, current counts by category; entries with a count of 0 are not seen. Nulls are not categories.
 * @returns `rows` of current in unseen categories, their `share` of all counted current rows (null without any), the `unseen` categories and
 *   those `missing` from current, each in the order of its map.
 */
export function unseenCategories<Category>(
  reference: ReadonlyMap<Category, number>,
  current: ReadonlyMap<Category, number>,
): { rows: number; share: number | null; unseen: Category[]; missing: Category[] } {
  let rows = 0;
  let total = 0;
  const unseen: Category[] = [];
  const missing: Category[] = [];
  for (const [category, count] of current) {
    total += count;
    if (count > 0 && !((reference.get(category) ?? 0) > 0)) {
      rows += count;
      unseen.push(category);
    }
  }
  for (const [category, count] of reference) if (count > 0 && !((current.get(category) ?? 0) > 0)) missing.push(category);
  return { rows, share: total > 0 ? rows / total : null, unseen, missing };
}
