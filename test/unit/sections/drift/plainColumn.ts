import type { ColumnLayout } from '../../../../src/core/read/sortedSide.ts';
import type { NumericSummary } from '../../../../src/core/sections/drift/result.ts';
import { moments } from '../../../../src/core/stats/samples/moments.ts';
import { quantileSorted } from '../../../../src/core/stats/samples/quantile.ts';
import { andersonDarling } from '../../../oracles/andersonDarling.ts';
import { kolmogorovSmirnov } from '../../../oracles/kolmogorovSmirnov.ts';
import { wasserstein } from '../../../oracles/wasserstein.ts';

/** What the plain path says of one window: each statistic by a walk of its own over two sorted arrays. */
export interface PlainWindow {
  readonly rows: number;
  readonly missing: number;
  readonly values: Float64Array;
  readonly ks: { readonly d: number; readonly at: number } | null;
  readonly wasserstein: number | null;
  readonly a2: number | null;
  readonly quartiles: readonly number[] | null;
}

/** Finite values of the rows that `take` accepts, by the sort of the language; 0 for -0. */
export function plainValues(column: Float64Array, take: (row: number) => boolean): Float64Array {
  return column
    .filter((x, row) => Number.isFinite(x) && take(row))
    .map((x) => x + 0)
    .sort();
}

/** Chunk of a row, -1 for none. */
export function chunkOfRow(layout: ColumnLayout, row: number): number {
  return layout.chunkOfPart[layout.partOf === null ? 0 : layout.partOf[row]!]!;
}

/** The window of `column` that `take` cuts out, against the reference: the oracle of the fast path. */
export function plainWindow(reference: Float64Array, column: Float64Array, take: (row: number) => boolean): PlainWindow {
  const values = plainValues(column, take);
  const both = reference.length > 0 && values.length > 0;
  let rows = 0;
  let missing = 0;
  column.forEach((x, row) => {
    if (!take(row)) return;
    rows++;
    if (Number.isNaN(x)) missing++;
  });
  const { d, at } = kolmogorovSmirnov(reference, values, 'asymptotic');
  return {
    rows,
    missing,
    values,
    ks: both ? { d, at } : null,
    wasserstein: both ? wasserstein(reference, values) : null,
    a2: both ? andersonDarling(reference, values).a2 : null,
    quartiles: values.length === 0 ? null : [0.25, 0.5, 0.75].map((p) => quantileSorted(values, p)),
  };
}

/** Mean and deviation by the moments of all orders. */
export function plainSummary(values: Float64Array): Pick<NumericSummary, 'n' | 'mean' | 'sd'> {
  const { n, mean, sd } = moments(values);
  return n === 0 ? { n, mean: null, sd: null } : { n, mean: Number.isFinite(mean) ? mean : null, sd: Number.isFinite(sd) ? sd : null };
}

/** Rows per block and bin, counted row by row; a bin holds what lies above its lower edge and not above its upper one. */
export function plainBlocks(column: Float64Array, layout: ColumnLayout, edges: Float64Array): number[][] {
  const counts = Array.from({ length: layout.blockCount }, () => new Array<number>(edges.length + 1).fill(0));
  column.forEach((x, row) => {
    const block = layout.blockOfPart[layout.partOf === null ? 0 : layout.partOf[row]!]!;
    if (block >= 0 && Number.isFinite(x)) counts[block]![edges.filter((edge) => edge < x).length]!++;
  });
  return counts;
}
