import type { ColumnBudget } from '../read/columnBudget.ts';
import type { ReadRun } from '../read/readRun.ts';
import type { Note } from '../report/note.ts';
import type { Report } from '../report/report.ts';
import type { ColumnWorkersFactory } from '../sections/drift/compute/columnWorkers.ts';

/** What a run of the analysis is given beside spec and tables. */
export interface AnalysisRun extends Omit<ReadRun, 'budget'> {
  /** Bytes that column buffers may take. */
  readonly budgetBytes: number;
  /** Who counts them; one is made when not given. */
  readonly budget?: ColumnBudget;
  /** Remarks of the engine on reading the files. */
  readonly notes: readonly Note[];
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /**
   * Takes a report of what is known so far, every now and then while columns are being tested: schema and quality first, then columns as they are
   * done. Columns to come are `not_tested` with the reason `pending`; verdicts are provisional, as the family is what is done. The result of the
   * run is the same with and without it.
   */
  readonly preview?: (report: Report, columns: { readonly done: number; readonly total: number }) => void;
  /** Makes a column buffer of so many rows that the computer can reach; plain memory when not given. */
  readonly buffer?: (rows: number) => Float64Array;
  /** Who computes the columns; this thread when not given. */
  readonly computer?: ColumnWorkersFactory;
}

/** A run within its budget. */
export type BudgetedRun = AnalysisRun & ReadRun;
