import type { CategoryTable } from '../../../read/categoryTable.ts';
import type { Categories, CategoryCount, Movement } from '../result.ts';

const mostShown = 30;
const mostListed = 10;

/**
 * Which categories the report shows, by index into the table: those with the largest pooled counts, largest first, or in the table's order where that
 * means something; the reader's own "other" is never among them.
 */
export function shownCategories(table: CategoryTable): number[] {
  const largest = table.values
    .map((_, i) => i)
    .filter((i) => i !== table.otherAt && table.reference.total[i]! + table.current.total[i]! > 0)
    .sort(
      (a, b) =>
        table.reference.total[b]! + table.current.total[b]! - table.reference.total[a]! - table.current.total[a]! ||
        compare(table.values[a]!, table.values[b]!),
    )
    .slice(0, mostShown);
  return table.ordered ? largest.sort((a, b) => a - b) : largest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The categories section of a column report. */
export function categoriesOf(table: CategoryTable, shown: readonly number[]): Categories {
  const { reference, current } = table;
  const count = (i: number): CategoryCount => ({ value: table.values[i]!, reference: reference.total[i]!, current: current.total[i]! });
  const inShown = new Set(shown);
  let otherReference = 0;
  let otherCurrent = 0;
  let otherCategories = 0;
  const fresh: number[] = [];
  const vanished: number[] = [];
  for (let i = 0; i < table.values.length; i++) {
    const a = reference.total[i]!;
    const b = current.total[i]!;
    if (i !== table.otherAt && a === 0 && b > 0) fresh.push(i);
    if (i !== table.otherAt && b === 0 && a > 0) vanished.push(i);
    if (inShown.has(i) || a + b === 0) continue;
    otherReference += a;
    otherCurrent += b;
    otherCategories += i === table.otherAt ? Math.max(reference.distinct, current.distinct) - (table.values.length - 1) : 1;
  }
  fresh.sort((a, b) => current.total[b]! - current.total[a]!);
  vanished.sort((a, b) => reference.total[b]! - reference.total[a]!);
  const rows = (of: readonly number[], counts: Float64Array) => of.reduce((sum, i) => sum + counts[i]!, 0);
  return {
    ordered: table.ordered,
    values: shown.map(count),
    other: { categories: Math.max(0, otherCategories), reference: otherReference, current: otherCurrent },
    distinctReference: reference.distinct,
    distinctCurrent: current.distinct,
    fresh: { categories: fresh.length, rows: rows(fresh, current.total), values: fresh.slice(0, mostListed).map(count) },
    vanished: { categories: vanished.length, rows: rows(vanished, reference.total), values: vanished.slice(0, mostListed).map(count) },
  };
}

/** The category whose share changed most, and how. */
export function categoryMovement(table: CategoryTable): Movement {
  const { reference, current } = table;
  const n = total(reference.total);
  const m = total(current.total);
  if (n === 0 || m === 0) return { kind: 'none', category: null, from: null, to: null };
  let best = -1;
  let most = 0;
  for (let i = 0; i < table.values.length; i++) {
    if (i === table.otherAt) continue;
    const change = Math.abs(current.total[i]! / m - reference.total[i]! / n);
    // At equal change (always so with two categories) the one that grew is named.
    if (change > most * (1 + 1e-12) || (change >= most * (1 - 1e-12) && change > 0 && current.total[i]! / m > reference.total[i]! / n)) {
      best = i;
      most = change;
    }
  }
  if (best < 0) return { kind: 'none', category: null, from: null, to: null };
  const from = reference.total[best]! / n;
  const to = current.total[best]! / m;
  const kind = from === 0 ? 'new_category' : to === 0 ? 'vanished_category' : to > from ? 'category_up' : 'category_down';
  return { kind, category: table.values[best]!, from, to };
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (const c of counts) sum += c;
  return sum;
}
