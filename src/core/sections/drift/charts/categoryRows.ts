import type { Categories } from '../result.ts';

/** A category with its shares on both sides; `others` counts the categories of the last row. */
export interface CategoryRow {
  /** Index into `Categories.values`; null in the last row. */
  readonly index: number | null;
  readonly value: string | null;
  readonly others: number;
  readonly reference: number;
  readonly current: number;
}

/**
 * Shares of the categories, at most `limit` of them with the largest moves; all that is left stands in one last row. Largest moves first, numbers in
 * their order.
 * `counts`, when given, are current's counts of one chunk: on `values` in order and `other` last.
 */
export function categoryRows(categories: Categories, counts: readonly number[] | null, limit: number): CategoryRow[] {
  const currentOf = (index: number, whole: number): number => (counts === null ? whole : (counts[index] ?? 0));
  const all = categories.values.map((entry, i) => ({ value: entry.value, r: entry.reference, c: currentOf(i, entry.current) }));
  const other = { r: categories.other.reference, c: currentOf(categories.values.length, categories.other.current) };
  const total = (key: 'r' | 'c'): number => Math.max(1, all.reduce((sum, row) => sum + row[key], 0) + other[key]);
  const rows = { r: total('r'), c: total('c') };
  const share = (row: { r: number; c: number }): { reference: number; current: number } => ({
    reference: row.r / rows.r,
    current: row.c / rows.c,
  });
  const named: CategoryRow[] = all.map((row, index) => ({ index, value: row.value, others: 0, ...share(row) }));
  const move = (row: CategoryRow): number => Math.abs(row.current - row.reference);
  named.sort((a, b) => move(b) - move(a) || b.reference - a.reference);
  const kept = named.slice(0, limit);
  if (categories.ordered) kept.sort((a, b) => a.index! - b.index!);
  const cut = named.slice(limit);
  const others = categories.other.categories + cut.length;
  if (others === 0) return kept;
  const rest = cut.reduce((sum, row) => ({ reference: sum.reference + row.reference, current: sum.current + row.current }), share(other));
  return [...kept, { index: null, value: null, others, ...rest }];
}
