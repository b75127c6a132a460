import type { CategoryTable } from '../core/drift/categoryTable.ts';
import type { ColumnAnalysis } from '../core/drift/columnAnalysis.ts';
import type { ColumnJob } from '../core/drift/columnComputer.ts';

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
