import type { Progress } from '../core/data/progress.ts';
import type { RowQuery, RowsPage } from '../core/data/rowsPage.ts';
import type { Report } from '../core/report/report.ts';
import type { ComparisonSpec } from '../core/report/spec.ts';

/** Limits of the engine. */
export interface EngineOptions {
  /** Bound for the whole job in MiB: DuckDB's share and the column buffers together. */
  readonly memoryLimitMb: number;
  readonly threads: number;
  /** Folder for spilled data; made when missing, emptied of our files on close. */
  readonly tempDirectory: string;
}

/** Requests the worker answers: parameters, result and progress of each. */
export interface WorkerMethods {
  compare: {
    params: { readonly spec: ComparisonSpec; readonly engine: EngineOptions; readonly version: string };
    result: Report;
    progress: Progress;
  };
  /** Rows behind a bin or a category of a comparison that was made with the same spec. */
  rows: {
    params: {
      readonly spec: ComparisonSpec;
      readonly engine: EngineOptions;
      readonly side: 'reference' | 'current';
      readonly query: RowQuery;
    };
    result: RowsPage;
    progress: never;
  };
}
