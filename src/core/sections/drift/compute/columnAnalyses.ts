import type { CancelSignal } from '../../../data/cancelSignal.ts';
import type { Progress } from '../../../data/progress.ts';
import type { RowKey } from '../../../data/rowKey.ts';
import type { Table } from '../../../data/table.ts';
import type { ColumnBuffers } from '../../../read/bufferPool.ts';
import { BufferPool } from '../../../read/bufferPool.ts';
import { type CategoryTable, categoryTable } from '../../../read/categoryTable.ts';
import type { RowLayout } from '../../../read/chunks/rowLayout.ts';
import type { SampledRows } from '../../../read/chunks/sampledRows.ts';
import type { ColumnCache } from '../../../read/columnCache.ts';
import { SortSpace } from '../../../read/sortedSide.ts';
import { mostFolded } from '../../../stats/samples/foldCategories.ts';
import type { ColumnAnalysis } from '../../columnAnalysis.ts';
import type { ColumnTask } from './columnTask.ts';
import type { ColumnWorkers } from './columnWorkers.ts';

/** Columns read by one query: enough to share the cost of a fetch, few enough to fit the memory. */
const mostColumnsPerGroup = 12;
/** Of small tables more are read at once, as planning a query costs more than its values: up to so many values, and so many columns. */
const smallGroupValues = 1_000_000;
const mostColumnsPerSmallGroup = 100;
/** Counts (values × parts, of both sides) and columns of categories that are read at once. */
const mostCountsPerBatch = 500_000;
/** Places of the tables by chunk and by day that these counts are put into, 8 bytes each: most are empty where few rows lie in many days. */
const mostPlacesPerBatch = 3_000_000;
const mostColumnsPerBatch = 48;
/** Bins of a numeric column, and one more. */
const mostEdges = 12;
/** Categories read per column; the rest counts as one. */
const mostCategories = 5000;

export interface AnalysisContext {
  readonly reference: Table;
  readonly current: Table;
  readonly referenceLayout: RowLayout;
  readonly currentLayout: RowLayout;
  /** Rows that numbers are read from. */
  readonly numbers: { readonly reference: SampledRows; readonly current: SampledRows };
  readonly referenceKey: RowKey;
  readonly currentKey: RowKey;
  readonly computer: ColumnWorkers;
  readonly buffer: (rows: number) => Float64Array;
  /** Columns that need not be read. */
  readonly held: ColumnCache;
  readonly budgetBytes: number;
  readonly signal: CancelSignal;
  readonly progress: (p: Progress) => void;
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
  const outcomes = new Map<string, Outcome>();
  const numbers = tasks.filter((t) => t.read === 'numbers').map((t) => t.name);
  const batches = batchesOf(
    tasks.filter((t) => t.read === 'values'),
    context,
  );
  const total = numbers.length + batches.reduce((n, batch) => n + batch.length, 0);
  const report = (item: string) => {
    context.progress({ stage: 'columns', done: outcomes.size, total, item });
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
      outcomes.set(name, await attempt(context.signal, () => context.computer.categories(table)));
      report(name);
    };
    before = Promise.all(tables.map(compute));
    before.catch(() => {});
  }
  await before;
  context.progress({ stage: 'columns', done: total, total, item: null });
  return outcomes;
}

/** Columns whose values are counted together: as many as hold few counts and fill small tables, else one alone. */
function batchesOf(tasks: readonly ColumnTask[], { reference, current, referenceLayout, currentLayout }: AnalysisContext): string[][] {
  const counts = (profile: ColumnTask['reference'], rows: number, parts: number): number =>
    Math.min(rows, Math.min(profile?.distinct ?? mostCategories, mostCategories) * parts);
  const distinct = ({ reference: a, current: b }: ColumnTask): number =>
    Math.min((a?.distinct ?? mostCategories) + (b?.distinct ?? mostCategories), 2 * mostCategories);
  const places = (task: ColumnTask, { rowsPerChunk, blockCount }: RowLayout): number =>
    distinct(task) * rowsPerChunk.length + mostFolded * blockCount;
  const batches: string[][] = [];
  let room = 0;
  let space = 0;
  for (const task of tasks) {
    const filled = places(task, referenceLayout) + places(task, currentLayout);
    const needed =
      counts(task.reference, reference.info.rows, referenceLayout.chunkOfPart.length) +
      counts(task.current, current.info.rows, currentLayout.chunkOfPart.length);
    const last = batches.at(-1);
    if (last === undefined || needed > room || filled > space || last.length === mostColumnsPerBatch) {
      batches.push([task.name]);
      room = mostCountsPerBatch - needed;
      space = mostPlacesPerBatch - filled;
    } else {
      last.push(task.name);
      room -= needed;
      space -= filled;
    }
  }
  return batches;
}

/** Counts the columns of a batch; where one of them cannot be counted, one by one to find out which. */
async function readBatch(
  names: readonly string[],
  context: AnalysisContext,
  outcomes: Map<string, Outcome>,
): Promise<readonly (readonly [string, CategoryTable])[]> {
  try {
    const tables = await readValues(names, context);
    return names.map((name, i) => [name, tables[i]!]);
  } catch (error) {
    context.signal.throwIfAborted();
    if (names.length === 1) {
      outcomes.set(names[0]!, { error: message(error) });
      return [];
    }
    const read: (readonly [string, CategoryTable])[] = [];
    for (const name of names) read.push(...(await readBatch([name], context, outcomes)));
    return read;
  }
}

async function readValues(names: readonly string[], context: AnalysisContext): Promise<readonly CategoryTable[]> {
  const { signal, referenceLayout, currentLayout } = context;
  const reference = await context.reference.countValuesTogether(names, context.referenceKey, mostCategories, signal);
  const current = await context.current.countValuesTogether(names, context.currentKey, mostCategories, signal);
  return names.map((_, i) => categoryTable(reference[i]!, current[i]!, referenceLayout, currentLayout));
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
  const { computer, held, signal } = context;
  held.keepOnly(names);
  const atHand = names.filter((name) => held.has(name));
  const toRead = names.filter((name) => !held.has(name));
  const { size, sets } = groups(context, toRead.length);
  const slots = new BufferPool(() => newSlot(context), size * sets - atHand.length);
  const compute = (name: string, slot: ColumnBuffers): void =>
    slots.lend(slot, async () => {
      outcomes.set(name, await attempt(signal, () => computer.numbers(slot)));
      report(name);
    });
  for (const name of atHand) {
    const slot = held.take(name);
    if (slot !== null) compute(name, slot);
  }
  for (let from = 0; from < toRead.length; from += size) {
    const group = toRead.slice(from, from + size);
    const own = await slots.take(group.length);
    signal.throwIfAborted();
    report(group[0]!);
    try {
      await readGroup(group, own, context);
    } catch (error) {
      signal.throwIfAborted();
      if (group.length === 1) outcomes.set(group[0]!, { error: message(error) });
      // One column of the group cannot be read: read them one by one to find out which.
      else for (const name of group) outcomes.set(name, await attempt(signal, () => readAlone(name, own[0]!, context)));
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

async function readGroup(
  names: readonly string[],
  slots: readonly ColumnBuffers[],
  { reference, current, numbers, signal }: AnalysisContext,
): Promise<void> {
  await readColumns(
    reference,
    names,
    slots.map((slot) => slot.reference),
    numbers.reference.places,
    signal,
  );
  await readColumns(
    current,
    names,
    slots.map((slot) => slot.current),
    numbers.current.places,
    signal,
  );
}

/** Reads columns into buffers: all rows, or those at `places`. */
async function readColumns(
  table: Table,
  names: readonly string[],
  into: readonly Float64Array[],
  places: Uint32Array | null,
  signal: CancelSignal,
): Promise<void> {
  let at = 0;
  let next = 0;
  await table.readNumbers(
    names,
    {},
    ({ length, values }) => {
      if (places === null) for (let i = 0; i < names.length; i++) into[i]!.set(values[i]!.subarray(0, length), at);
      else
        for (; next < places.length && places[next]! < at + length; next++)
          for (let i = 0; i < names.length; i++) into[i]![next] = values[i]![places[next]! - at]!;
      at += length;
    },
    signal,
  );
}

/** Columns of a group that fit the budget beside what sorting takes, at least 1; and how many groups are held at a time. */
function groups({ numbers, budgetBytes, computer }: AnalysisContext, columns: number): { size: number; sets: number } {
  const [reference, current] = [numbers.reference.layout, numbers.current.layout];
  const columnBytes = Math.max(1, (reference.rows + current.rows) * 8);
  // Beside the room to sort in: the tables by day, of the values and of what is missing, and their running sums.
  const tables = 8 * 4 * mostEdges * (reference.blockCount + current.blockCount);
  const room = Math.floor((budgetBytes - computer.lanes * (SortSpace.bytes(reference, current) + tables)) / columnBytes);
  const sets = computer.lanes > 1 && room >= 4 ? 2 : 1;
  const small = Math.floor(smallGroupValues / Math.max(1, reference.rows + current.rows));
  const most = Math.max(mostColumnsPerGroup, Math.min(mostColumnsPerSmallGroup, small));
  return { size: Math.max(1, Math.min(most, Math.ceil(columns / sets), Math.floor(room / sets))), sets };
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
