import type { BlockUse } from '../../../check/columnEvidence.ts';
import type { DecisionRule } from '../../../check/verdict.ts';
import type { ColumnBuffers } from '../../../read/bufferPool.ts';
import type { CategoryTable } from '../../../read/categoryTable.ts';
import { type ColumnLayout, SortSpace } from '../../../read/sortedSide.ts';
import type { ColumnAnalysis } from '../../columnAnalysis.ts';
import { categoryColumn } from './categoryColumn.ts';
import { numericColumn } from './numericColumn.ts';

/** What all columns of a run have in common. */
export interface ColumnJob {
  readonly referenceLayout: ColumnLayout;
  readonly currentLayout: ColumnLayout;
  /** Layouts of the rows that numbers are read from: the same, unless they are a sample. */
  readonly numbers: { readonly reference: ColumnLayout; readonly current: ColumnLayout };
  readonly rule: DecisionRule;
  /** How the rows of a day (hour, group) are taken together. */
  readonly use: BlockUse;
}

/** Whoever does the arithmetic of columns: this thread, or others beside it. */
export interface ColumnWorkers {
  /** Columns computed at the same time. */
  readonly lanes: number;
  /** Analyses a numeric column that stands in buffers made for this computer, which are overwritten. */
  numbers(pair: ColumnBuffers): Promise<ColumnAnalysis>;
  categories(table: CategoryTable): Promise<ColumnAnalysis>;
  /** Ends it; what is under way is given up. */
  close(): void;
}

/** Makes the computer of a run. */
export type ColumnWorkersFactory = (job: ColumnJob) => ColumnWorkers;

/** A column buffer for a computer on this thread. */
export function ownBuffer(rows: number): Float64Array {
  return new Float64Array(rows);
}

/** Computes in this thread, one column after another. */
export function ownThread(job: ColumnJob): ColumnWorkers {
  const { referenceLayout, currentLayout, numbers, rule, use } = job;
  const space = new SortSpace();
  let closed = false;
  // Gives the thread's loop a turn, so that a cancel can arrive between two columns.
  const turn = async (): Promise<void> => {
    await new Promise<void>((resolve) => nextTurn(resolve));
    if (closed) throw new Error('The columns are no longer wanted.');
  };
  return {
    lanes: 1,
    numbers: async (pair) => {
      await turn();
      return numericColumn({ ...pair, referenceLayout: numbers.reference, currentLayout: numbers.current }, rule, use, space);
    },
    categories: async (table) => {
      await turn();
      return categoryColumn(table, referenceLayout, currentLayout, use);
    },
    close: () => {
      closed = true;
    },
  };
}

/** A macrotask turn without node or DOM types: a message to oneself would do as well, a resolved promise would not. */
function nextTurn(callback: () => void): void {
  (globalThis as unknown as { setTimeout(callback: () => void, ms: number): unknown }).setTimeout(callback, 0);
}
