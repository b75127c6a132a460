import type { RowLayout } from '../chunks/rowLayout.ts';
import type { CancelSignal } from '../data/cancelSignal.ts';
import type { Progress } from '../data/progress.ts';
import type { RowKey, Table } from '../data/table.ts';
import type { DecisionRule } from '../report/report.ts';
import { categoryColumn } from './categoryColumn.ts';
import { categoryTable } from './categoryTable.ts';
import type { ColumnAnalysis } from './columnAnalysis.ts';
import type { ColumnTask } from './columnTask.ts';
import { countDistinct } from './countDistinct.ts';
import { discreteColumn } from './discreteColumn.ts';
import { numericColumn, sortPair } from './numericColumn.ts';

/** Columns read by one query: enough to share the cost of a fetch, few enough to fit the memory. */
const mostColumnsPerGroup = 12;
/** Categories read per column; the rest counts as one. */
const mostCategories = 5000;

export interface AnalysisContext {
  readonly reference: Table;
  readonly current: Table;
  readonly referenceLayout: RowLayout;
  readonly currentLayout: RowLayout;
  readonly referenceKey: RowKey;
  readonly currentKey: RowKey;
  readonly rule: DecisionRule;
  /** Permutations to go to when the smallest p must be resolved for the whole family. */
  readonly resolveTo: number;
  readonly budgetBytes: number;
  readonly signal: CancelSignal;
  readonly progress: (p: Progress) => void;
  /** Is shown the outcomes there are, before each column. */
  readonly soFar: (outcomes: ReadonlyMap<string, Outcome>) => void;
}

/** Analysis or the error of one column. */
export type Outcome = { readonly analysis: ColumnAnalysis } | { readonly error: string };

/**
 * Analyses all tested columns: numeric ones in groups that fit the memory budget, the others one by one. A column that fails is reported as failed
 * and the rest goes on; cancelling rejects with the signal's reason.
 */
export async function columnAnalyses(tasks: readonly ColumnTask[], context: AnalysisContext): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const numbers = tasks.filter((t) => t.read === 'numbers').map((t) => t.name);
  const values = tasks.filter((t) => t.read === 'values').map((t) => t.name);
  const total = numbers.length + values.length;
  const report = (item: string) => {
    context.progress({ stage: 'columns', done: outcomes.size, total, item });
    context.soFar(outcomes);
  };
  await analyseNumbers(numbers, context, outcomes, report);
  for (const name of values) {
    report(name);
    outcomes.set(name, await attempt(context.signal, () => analyseValues(name, context)));
  }
  context.progress({ stage: 'columns', done: total, total, item: null });
  return outcomes;
}

async function analyseValues(name: string, context: AnalysisContext): Promise<ColumnAnalysis> {
  const reference = await context.reference.countValues(name, context.referenceKey, mostCategories, context.signal);
  const current = await context.current.countValues(name, context.currentKey, mostCategories, context.signal);
  const table = categoryTable(reference, current, context.referenceLayout, context.currentLayout);
  return categoryColumn(table, context.referenceLayout, context.currentLayout, context.rule, context.resolveTo);
}

async function analyseNumbers(
  names: readonly string[],
  context: AnalysisContext,
  outcomes: Map<string, Outcome>,
  report: (item: string) => void,
): Promise<void> {
  if (names.length === 0) return;
  const rows = { reference: context.reference.info.rows, current: context.current.info.rows };
  const size = groupSize(rows.reference + rows.current, context.budgetBytes, names.length);
  const buffers = Array.from({ length: size }, () => ({
    reference: new Float64Array(rows.reference),
    current: new Float64Array(rows.current),
  }));
  const scratch = { reference: new Float64Array(rows.reference), current: new Float64Array(rows.current) };
  const analyse = async (group: readonly string[]) => {
    await readGroup(
      context.reference,
      group,
      buffers.map((b) => b.reference),
      context.signal,
    );
    await readGroup(
      context.current,
      group,
      buffers.map((b) => b.current),
      context.signal,
    );
    for (const [i, name] of group.entries()) {
      report(name);
      // Gives the worker's loop a turn, so that a cancel can arrive between two columns.
      await new Promise<void>((resolve) => nextTurn(resolve));
      context.signal.throwIfAborted();
      outcomes.set(name, await attempt(context.signal, async () => analyseNumber(buffers[i]!, scratch, context)));
    }
  };
  for (let from = 0; from < names.length; from += size) {
    const group = names.slice(from, from + size);
    try {
      await analyse(group);
    } catch (error) {
      context.signal.throwIfAborted();
      if (group.length === 1) {
        outcomes.set(group[0]!, { error: message(error) });
        continue;
      }
      // One column of the group cannot be read: read them one by one to find out which.
      for (const name of group) {
        if (outcomes.has(name)) continue;
        outcomes.set(name, await attempt(context.signal, async () => analyseAlone(name, buffers[0]!, scratch, context)));
      }
    }
  }
}

interface Buffers {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

async function analyseAlone(name: string, buffer: Buffers, scratch: Buffers, context: AnalysisContext): Promise<ColumnAnalysis> {
  await readGroup(context.reference, [name], [buffer.reference], context.signal);
  await readGroup(context.current, [name], [buffer.current], context.signal);
  return analyseNumber(buffer, scratch, context);
}

function analyseNumber(values: Buffers, scratch: Buffers, context: AnalysisContext): ColumnAnalysis {
  const { referenceLayout, currentLayout, rule, resolveTo } = context;
  const pair = { ...values, referenceLayout, currentLayout };
  const sorted = sortPair(pair, scratch);
  if (countDistinct(sorted.reference, sorted.current, rule.maxDistinctAsCategory) > rule.maxDistinctAsCategory)
    return numericColumn(pair, sorted, rule, resolveTo);
  return discreteColumn(pair, sorted, rule, resolveTo);
}

async function readGroup(table: Table, names: readonly string[], into: readonly Float64Array[], signal: CancelSignal): Promise<void> {
  let at = 0;
  await table.readNumbers(
    names,
    {},
    (batch) => {
      for (let i = 0; i < names.length; i++) into[i]!.set(batch.values[i]!.subarray(0, batch.length), at);
      at += batch.length;
    },
    signal,
  );
}

/** Columns that fit the budget beside the two scratch columns and the sorted copies; at least 1. */
function groupSize(rows: number, budgetBytes: number, columns: number): number {
  const columnBytes = Math.max(1, rows * 8);
  const fixed = 2 * columnBytes;
  return Math.max(1, Math.min(mostColumnsPerGroup, columns, Math.floor((budgetBytes - fixed) / columnBytes)));
}

async function attempt(signal: CancelSignal, work: () => Promise<ColumnAnalysis>): Promise<Outcome> {
  try {
    return { analysis: await work() };
  } catch (error) {
    signal.throwIfAborted();
    return { error: message(error) };
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A macrotask turn without node or DOM types: a message to oneself would do as well, a resolved promise would not. */
function nextTurn(callback: () => void): void {
  (globalThis as unknown as { setTimeout(callback: () => void, ms: number): unknown }).setTimeout(callback, 0);
}
