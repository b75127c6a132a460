import type { CategoryTable } from '../core/read/categoryTable.ts';
import type { ColumnAnalysis } from '../core/sections/columnAnalysis.ts';
import type { ColumnJob } from '../core/sections/drift/compute/columnWorkers.ts';

/** What a column thread is asked; the job comes first. Buffers are shared, not copied. */
export interface ColumnMethods {
  job: { params: ColumnJob; result: null; progress: never };
  numbers: {
    params: { readonly reference: Float64Array; readonly current: Float64Array };
    result: ColumnAnalysis;
    progress: never;
  };
  categories: { params: CategoryTable; result: ColumnAnalysis; progress: never };
}
