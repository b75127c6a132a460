import type { SegmentColumn } from '../../../../src/core/stats/groups/segmentColumn.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';

/** Independent columns of random groups, with uneven shares. */
export function randomColumns(rows: number, groups: readonly number[], seed: number): SegmentColumn[] {
  const uniform = mulberry32(seed);
  return groups.map((count, c) => ({
    name: `c${c}`,
    groups: Array.from({ length: count }, (_, g) => ({ kind: 'value', value: String(g) }) as const),
    codes: Uint16Array.from({ length: rows }, () => Math.floor(uniform() ** 1.5 * count)),
  }));
}

/** "column=group" of each condition, joined. */
export function keyText({ conditions }: { readonly conditions: readonly { readonly column: number; readonly group: number }[] }): string {
  return conditions.map(({ column, group }) => `${column}=${group}`).join(' & ');
}

/** Standard normal numbers (Box-Muller). */
export function normals(seed: number): () => number {
  const uniform = mulberry32(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
