import type { DecisionRule } from '../report/report.ts';
import { categoryColumn } from './categoryColumn.ts';
import type { CategoryTable } from './categoryTable.ts';
import type { ColumnAnalysis } from './columnAnalysis.ts';
import { numericColumn } from './numericColumn.ts';
import { type ColumnLayout, SortSpace } from './sortedSide.ts';

/** What all columns of a run have in common. */
export interface ColumnJob {
  readonly referenceLayout: ColumnLayout;
  readonly currentLayout: ColumnLayout;
  readonly rule: DecisionRule;
  /** Permutations to go to when the smallest p must be resolved for the whole family. */
  readonly resolveTo: number;
}

/** Whoever does the arithmetic of columns: this thread, or others beside it. */
export interface ColumnComputer {
  /** Columns computed at the same time. */
  readonly lanes: number;
  /** A buffer for a column of so many rows that the computer can reach. */
  buffer(rows: number): Float64Array;
  /** Analyses a numeric column that stands in buffers of this computer, which are overwritten. */
  numbers(pair: { readonly reference: Float64Array; readonly current: Float64Array }): Promise<ColumnAnalysis>;
  categories(table: CategoryTable): Promise<ColumnAnalysis>;
  /** Ends it; what is under way is given up. */
  close(): void;
}

/** Makes the computer of a run. */
export type ComputerFactory = (job: ColumnJob) => ColumnComputer;

/** Computes in this thread, one column after another. */
export function ownThread(job: ColumnJob): ColumnComputer {
  const { referenceLayout, currentLayout, rule, resolveTo } = job;
  const space = new SortSpace();
  return {
    lanes: 1,
    buffer: (rows) => new Float64Array(rows),
    numbers: async (pair) => {
      // Gives the thread's loop a turn, so that a cancel can arrive between two columns.
      await new Promise<void>((resolve) => nextTurn(resolve));
      return numericColumn({ ...pair, referenceLayout, currentLayout }, rule, resolveTo, space);
    },
    categories: async (table) => {
      await new Promise<void>((resolve) => nextTurn(resolve));
      return categoryColumn(table, referenceLayout, currentLayout, rule, resolveTo);
    },
    close: () => {},
  };
}

/** A macrotask turn without node or DOM types: a message to oneself would do as well, a resolved promise would not. */
function nextTurn(callback: () => void): void {
  (globalThis as unknown as { setTimeout(callback: () => void, ms: number): unknown }).setTimeout(callback, 0);
}
