import type { Progress } from '../core/data/progress.ts';
import type { RowQuery, RowsPage } from '../core/data/rowsPage.ts';
import type { Report } from '../core/report/report.ts';
import type { ColumnInspection } from '../core/roles/inspectColumns.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';

/** Limits of the engine. */
export interface EngineOptions {
  /** Bound for the whole job in MiB: DuckDB's share and the column buffers together. */
  readonly memoryLimitMb: number;
  readonly threads: number;
  /** Folder for spilled data; made when missing, emptied of our files on close. */
  readonly tempDirectory: string;
  /** Folder in which parsed texts are kept from one comparison to the next, and how large it may grow; absent: none is kept. */
  readonly cache?: { readonly directory: string; readonly limitMb: number };
}

/** A report of what is known so far, beside the progress: see `AnalysisRun.preview`. */
export interface Preview {
  readonly preview: Report;
  /** Columns that are tested, and that will be in all. */
  readonly done: number;
  readonly total: number;
}

/** Requests the worker answers: parameters, result and progress of each. */
export interface WorkerMethods {
  compare: {
    params: {
      readonly spec: ComparisonSpec;
      readonly engine: EngineOptions;
      readonly version: string;
      /** Whether to send reports of what is known so far; absent: none. */
      readonly previews?: boolean;
    };
    result: Report;
    progress: Progress | Preview;
  };
  /** Which columns an evaluation with this spec would take for what. */
  inspect: {
    params: { readonly spec: ComparisonSpec; readonly engine: EngineOptions };
    result: ColumnInspection;
    progress: Progress;
  };
  /** Names of the tables of a database; none of other files. `suffixes` as in a spec. */
  tables: {
    params: { readonly path: string; readonly suffixes: NonNullable<ComparisonSpec['suffixes']>; readonly engine: EngineOptions };
    result: readonly string[];
    progress: never;
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
