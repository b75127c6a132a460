import type { CategoryTable } from '../core/drift/categoryTable.ts';
import type { ColumnAnalysis } from '../core/drift/columnAnalysis.ts';
import type { ColumnJob } from '../core/drift/columnComputer.ts';

/** What a column thread is asked; the job comes first. Buffers are shared, not copied. */
export type ColumnQuestion =
  | { readonly job: ColumnJob }
  | { readonly id: number; readonly pair: { readonly reference: Float64Array; readonly current: Float64Array } }
  | { readonly id: number; readonly table: CategoryTable };

export type ColumnAnswer = { readonly id: number } & ({ readonly analysis: ColumnAnalysis } | { readonly error: string });
