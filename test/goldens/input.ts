import { expand, isGeneratorSpec } from './generators.ts';

/** Entries of an input column as they are: generators expanded, "NaN" and "Infinity" made numbers. */
export function entries(input: unknown): unknown[] {
  if (input === undefined) return [];
  if (isGeneratorSpec(input)) return Array.from(expand(input));
  return (input as unknown[]).map((v) => (v === 'NaN' || v === 'Infinity' || v === '-Infinity' ? Number(v) : v));
}

/** Usable values of a numeric column in file order: nulls and non-finite values dropped, as every test of the product takes them. */
export function finite(input: unknown): Float64Array {
  if (isGeneratorSpec(input)) return expand(input);
  return Float64Array.from(entries(input).filter((v): v is number => typeof v === 'number' && Number.isFinite(v)));
}

/** The same, ascending. */
export function ascending(input: unknown): Float64Array {
  return finite(input).sort();
}

export function numbers(input: unknown): number[] {
  return entries(input).map(Number);
}

/** Counts of both sides over the union of their non-null values, in order of appearance. */
export function countCategories(reference: unknown, current: unknown): { values: unknown[]; reference: number[]; current: number[] } {
  const index = new Map<unknown, number>();
  const counts = [reference, current].map((side) => {
    const of: number[] = [];
    for (const v of entries(side)) {
      if (v === null || Number.isNaN(v)) continue;
      let at = index.get(v);
      if (at === undefined) index.set(v, (at = index.size));
      of[at] = (of[at] ?? 0) + 1;
    }
    return of;
  });
  const full = counts.map((of) => Array.from({ length: index.size }, (_, i) => of[i] ?? 0));
  return { values: [...index.keys()], reference: full[0]!, current: full[1]! };
}
