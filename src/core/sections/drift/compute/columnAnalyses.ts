import type { CancelSignal } from '../../../data/cancelSignal.ts';
import { BufferPool, type ColumnBuffers } from '../../../read/bufferPool.ts';
import type { CategoryTable } from '../../../read/categoryTable.ts';
import type { SampledRows } from '../../../read/chunks/sampledRows.ts';
import type { ColumnCache } from '../../../read/columnCache.ts';
import type { ColumnReader } from '../../../read/columnReader.ts';
import type { ColumnReaders } from '../../../read/columnReaders.ts';
import type { ColumnSources } from '../../../read/columnSources.ts';
import { numberGroups } from '../../../read/numberGroups.ts';
import { type LaidRows, readCategories } from '../../../read/readCategories.ts';
import type { ReadRun } from '../../../read/readRun.ts';
import { valueBatches } from '../../../read/valueBatches.ts';
import type { ColumnAnalysis } from '../../columnAnalysis.ts';
import type { ColumnTask } from './columnTask.ts';
import type { ColumnWorkers } from './columnWorkers.ts';

export interface AnalysisContext {
  /** Where numbers are read, and where counts are asked for. */
  readonly readers: ColumnReaders<ColumnReader>;
  readonly sources: ColumnSources;
  readonly laid: LaidRows;
  /** Rows that numbers are read from. */
  readonly numbers: { readonly reference: SampledRows; readonly current: SampledRows };
  readonly computer: ColumnWorkers;
  readonly buffer: (rows: number) => Float64Array;
  /** Columns that need not be read. */
  readonly held: ColumnCache;
  readonly run: ReadRun;
  /** Is shown the outcomes there are, before each column. */
  readonly soFar: (outcomes: ReadonlyMap<string, Outcome>) => void;
}

/** Analysis or the error of one column. */
export type Outcome = { readonly analysis: ColumnAnalysis } | { readonly error: string };

/**
 * Analyses all tested columns: in groups that fit the memory budget. A column that fails is reported as failed
 * and the rest goes on; cancelling rejects with the signal's reason.
 */
export async function columnAnalyses(tasks: readonly ColumnTask[], context: AnalysisContext): Promise<ReadonlyMap<string, Outcome>> {
  const { run, laid } = context;
  const outcomes = new Map<string, Outcome>();
  const numbers = tasks.filter((t) => t.read === 'numbers').map((t) => t.name);
  const batches = valueBatches(
    tasks.filter((t) => t.read === 'values'),
    laid.layouts,
  );
  const total = numbers.length + batches.reduce((n, batch) => n + batch.length, 0);
  const report = (item: string) => {
    run.progress({ stage: 'columns', done: outcomes.size, total, item });
    context.soFar(outcomes);
  };
  await analyseNumbers(numbers, context, outcomes, report);
  let before: Promise<unknown> = Promise.resolve();
  for (const batch of batches) {
    report(batch[0]!);
    const tables = await readBatch(batch, context, outcomes);
    // The next columns are counted while these are computed; no more than that, for what is counted takes memory.
    await before;
    const compute = async ([name, table]: readonly [string, CategoryTable]): Promise<void> => {
      outcomes.set(name, await attempt(run.signal, () => context.computer.categories(table)));
      report(name);
    };
    before = Promise.all(tables.map(compute));
    before.catch(() => {});
  }
  await before;
  run.progress({ stage: 'columns', done: total, total, item: null });
  return outcomes;
}

/** Counts the columns of a batch; where one of them cannot be counted, one by one to find out which. */
async function readBatch(
  names: readonly string[],
  context: AnalysisContext,
  outcomes: Map<string, Outcome>,
): Promise<readonly (readonly [string, CategoryTable])[]> {
  const { sources, laid, run } = context;
  try {
    const tables = await readCategories(names, sources, laid, run.signal);
    return names.map((name, i) => [name, tables[i]!]);
  } catch (error) {
    run.signal.throwIfAborted();
    if (names.length === 1) {
      outcomes.set(names[0]!, { error: message(error) });
      return [];
    }
    const read: (readonly [string, CategoryTable])[] = [];
    for (const name of names) read.push(...(await readBatch([name], context, outcomes)));
    return read;
  }
}

/**
 * Computes the columns that are in memory already, and reads the others in groups, each as soon as there are buffers for it: while one group is
 * computed the next is read.
 */
async function analyseNumbers(
  names: readonly string[],
  context: AnalysisContext,
  outcomes: Map<string, Outcome>,
  report: (item: string) => void,
): Promise<void> {
  const { computer, held, numbers, run } = context;
  held.keepOnly(names);
  const atHand = names.filter((name) => held.has(name));
  const toRead = names.filter((name) => !held.has(name));
  const layouts = { reference: numbers.reference.layout, current: numbers.current.layout };
  const { size, sets } = numberGroups(layouts, toRead.length, computer.lanes, run.budget);
  const slots = new BufferPool(() => newSlot(context), size * sets - atHand.length, run.budget);
  const compute = (name: string, slot: ColumnBuffers): void =>
    slots.lend(slot, async () => {
      outcomes.set(name, await attempt(run.signal, () => computer.numbers(slot)));
      report(name);
    });
  for (const name of atHand) {
    const slot = held.take(name);
    if (slot !== null) compute(name, slot);
  }
  for (let from = 0; from < toRead.length; from += size) {
    const group = toRead.slice(from, from + size);
    const own = await slots.take(group.length);
    run.signal.throwIfAborted();
    report(group[0]!);
    try {
      await readGroup(group, own, context);
    } catch (error) {
      run.signal.throwIfAborted();
      if (group.length === 1) outcomes.set(group[0]!, { error: message(error) });
      // One column of the group cannot be read: read them one by one to find out which.
      else for (const name of group) outcomes.set(name, await attempt(run.signal, () => readAlone(name, own[0]!, context)));
      for (const slot of own) slots.giveBack(slot);
      continue;
    }
    group.forEach((name, i) => {
      compute(name, own[i]!);
    });
  }
  await slots.allBack();
}

function newSlot({ numbers, buffer }: AnalysisContext): ColumnBuffers {
  return { reference: buffer(numbers.reference.layout.rows), current: buffer(numbers.current.layout.rows) };
}

async function readAlone(name: string, slot: ColumnBuffers, context: AnalysisContext): Promise<ColumnAnalysis> {
  await readGroup([name], [slot], context);
  return context.computer.numbers(slot);
}

async function readGroup(names: readonly string[], slots: readonly ColumnBuffers[], { readers, numbers }: AnalysisContext): Promise<void> {
  for (const side of ['reference', 'current'] as const)
    await readers[side].at(numbers[side].places).numbersInto(
      names,
      slots.map((slot) => slot[side]),
    );
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
