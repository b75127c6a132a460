import { sharesOfCounts } from '../../src/core/charts/window.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';

/** A bar of a mini histogram: heights 0 to 1 of the tallest of both sides. */
export interface MiniBin {
  readonly reference: number;
  readonly current: number;
}

const mostBins = 20;
const mostCategories = 12;

/** Both distributions of a column in few bars; empty when it has none. */
export function miniBins(column: ColumnReport): MiniBin[] {
  const counts = countsOf(column);
  if (counts === null) return [];
  const reference = sharesOfCounts(counts.reference);
  const current = sharesOfCounts(counts.current);
  const top = Math.max(...reference, ...current, Number.EPSILON);
  return reference.map((share, i) => ({ reference: share / top, current: (current[i] ?? 0) / top }));
}

function countsOf(column: ColumnReport): { reference: number[]; current: number[] } | null {
  const { histogram, categories } = column;
  if (histogram !== null) {
    const every = Math.max(1, Math.ceil(histogram.reference.length / mostBins));
    return { reference: merged(histogram.reference, every), current: merged(histogram.current, every) };
  }
  if (categories === null) return null;
  // Numbers are drawn all: cut, they would be the smallest ones.
  const most = categories.ordered ? categories.values.length : mostCategories;
  const kept = categories.values.slice(0, most);
  const rest = categories.values.slice(most);
  const sides = (['reference', 'current'] as const).map((side) => {
    const others = rest.reduce((sum, entry) => sum + entry[side], 0) + categories.other[side];
    const bars = kept.map((entry) => entry[side]);
    return rest.length > 0 || categories.other.categories > 0 ? [...bars, others] : bars;
  });
  return { reference: sides[0]!, current: sides[1]! };
}

function merged(counts: readonly number[], every: number): number[] {
  const sums: number[] = [];
  counts.forEach((count, i) => {
    const place = Math.floor(i / every);
    sums[place] = (sums[place] ?? 0) + count;
  });
  return sums;
}
