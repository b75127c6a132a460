import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { ColumnKind } from '../core/data/columnKind.ts';
import { DataError } from '../core/data/dataError.ts';
import { noCommonColumn } from '../core/data/noCommonColumn.ts';
import type { Table } from '../core/data/table.ts';
import type { Note } from '../core/report/note.ts';
import { addressOf } from '../core/spec/addressOf.ts';
import type { ComparisonSpec, DatasetSpec } from '../core/spec/spec.ts';
import type { EngineOptions } from '../shared/workerProtocol.ts';
import { throwIfAborted } from './abortError.ts';
import { LoadCache } from './cache/loadCache.ts';
import { defaultNulls } from './csv/readCsv.ts';
import { Database } from './database/database.ts';
import { keptInFiles } from './database/rowStore.ts';
import { stampNow } from './files/fileStamp.ts';
import { looksWide } from './files/looksWide.ts';
import { resolveDataset } from './files/resolveDataset.ts';
import type { SourceFiles } from './files/resolveFiles.ts';
import { heldTexts, missingIn, withHeld } from './heldTexts.ts';
import { namesAhead } from './namesAhead.ts';
import { onSide } from './onSide.ts';
import type { OpenContext, Pins } from './openContext.ts';
import { type Opened, openSide } from './openSide.ts';
import type { RawTable } from './rawTable.ts';
import type { ColumnSql } from './table/columnSql.ts';
import { DuckTable } from './table/duckTable.ts';
import { Relation } from './table/relation.ts';
import type { Reading } from './types/reading.ts';
import { emptyColumns, type Settled, settleCurrent, settleReference } from './types/settle.ts';
import { makeWorkFolder, removeWorkFolder } from './workFolder.ts';

/** Two datasets opened for reading, until `close`. `R`: null when the spec names no reference, where predictions are evaluated by themselves. */
export interface OpenComparison<R extends Table | null = Table> {
  readonly reference: R;
  readonly current: Table;
  /** What opening them brought to light: rejected rows, an assumed encoding, repeated column names. */
  readonly notes: readonly Note[];
  /** Bytes of the memory limit that column buffers may take. */
  readonly bufferBytes: number;
  /** Waits for what is running, frees the memory and removes all temporary files. May be called twice. */
  close(): Promise<void>;
}

/**
 * Shares of the memory limit for DuckDB and for column buffers; DuckDB does not count all it takes, and Node wants some. Where DuckDB reads
 * from files it needs less, and as many columns as possible are kept instead of being read again.
 */
const shares = { loaded: { database: 0.5, buffers: 0.3 }, inPlace: { database: 0.35, buffers: 0.45 } } as const;
/**
 * Of the memory limit, where DuckDB counts far more than it takes: it reserves a block for each column and thread, and writes files with one
 * thread only when those do not fit. Writing a million rows of 50 columns takes 0.4 GB, 2,000 columns count as 2 GiB and take 0.6.
 */
const wideFactor = 2;

/**
 * Opens the two datasets of a spec in one locked in-memory database of their own. Types, null spellings and the CSV dialect of the reference
 * are pinned for current. Text formats and Arrow are loaded once (about 250 MB/s); Parquet is read in place.
 *
 * Rejects with a DataError (side and file in its details) or an AbortError; then nothing stays behind.
 */
export async function openComparison(
  spec: ComparisonSpec & { readonly reference: DatasetSpec },
  options: EngineOptions,
  signal: CancelSignal,
  onProgress: (item: string) => void,
): Promise<OpenComparison>;
export async function openComparison(
  spec: ComparisonSpec,
  options: EngineOptions,
  signal: CancelSignal,
  onProgress: (item: string) => void,
): Promise<OpenComparison<Table | null>>;
export async function openComparison(
  spec: ComparisonSpec,
  options: EngineOptions,
  signal: CancelSignal,
  onProgress: (item: string) => void,
): Promise<OpenComparison<Table | null>> {
  throwIfAborted(signal);
  const files = {
    reference:
      spec.reference === null
        ? null
        : await onSide('reference', addressOf(spec.reference), () => resolveDataset(spec.reference!, spec.suffixes ?? {}, signal)),
    current: await onSide('current', addressOf(spec.current), () => resolveDataset(spec.current, spec.suffixes ?? {}, signal)),
  };
  const folder = await makeWorkFolder(options.tempDirectory);
  const share = [files.reference, files.current].every((side) => readFromFiles(side, options.memoryLimitMb))
    ? shares.inPlace
    : shares.loaded;
  try {
    const wide = { memoryMb: options.memoryLimitMb * wideFactor, threads: 1 };
    const usual = { memoryMb: options.memoryLimitMb * share.database, threads: options.threads };
    const looksSo = (await looksWide(files.reference)) || (await looksWide(files.current));
    const opened = await openWith(looksSo ? wide : usual).catch(async (error: unknown) => {
      if (looksSo || !(error instanceof DataError && error.code === 'out_of_memory')) throw error;
      // Copies of the first attempt would stand beside those of the second.
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
      return openWith(wide);
    });
    const close = async (): Promise<void> => {
      await opened.close();
      await removeWorkFolder(folder);
    };
    return { ...opened, close };
  } catch (error) {
    await removeWorkFolder(folder);
    throwIfAborted(signal);
    throw error;
  }

  async function openWith(limits: { readonly memoryMb: number; readonly threads: number }): Promise<OpenComparison<Table | null>> {
    const access = {
      files: [...(files.reference?.files ?? []), ...files.current.files].flatMap(({ path, realPath }) => [path, realPath]),
      directory: folder,
    };
    const database = await Database.open({ ...limits, ...access });
    try {
      const notes: Note[] = [];
      const tables = await openBoth(files, {
        database,
        // What is read straight into files is counted once, and far too high only for very many columns.
        writer: () => Database.open({ ...limits, ...access, memoryMb: Math.max(limits.memoryMb, options.memoryLimitMb) }),
        folder,
        memoryLimitMb: options.memoryLimitMb,
        cache: options.cache === undefined ? null : new LoadCache(options.cache),
        signal,
        note: (note) => {
          notes.push(note);
        },
        progress: onProgress,
        nullValues: ['', ...(spec.nullValues ?? defaultNulls).filter((text) => text !== '')],
        forced: forcedKinds(spec),
        // What the user says is missing is missing, whatever the other side holds.
        mayHold: spec.nullValues === undefined,
        dateOrder: spec.dateOrder ?? null,
      });
      const budgetBytes = options.memoryLimitMb * share.database * 0.5 * 1024 * 1024;
      const reference =
        files.reference === null || tables.reference === null
          ? null
          : tableOf(database, 'reference', tables.reference, files.reference, budgetBytes);
      const current = tableOf(database, 'current', tables.current, files.current, budgetBytes);
      const bufferBytes = options.memoryLimitMb * share.buffers * 1024 * 1024;
      return { reference, current, notes, bufferBytes, close: () => database.close() };
    } catch (error) {
      await database.close();
      throw error;
    }
  }
}

/** Whether DuckDB reads the rows of a side from files instead of keeping them. */
function readFromFiles(side: SourceFiles | null, memoryLimitMb: number): boolean {
  if (side === null || side.format === 'parquet') return true;
  const bytes = side.files.reduce((sum, file) => sum + file.bytes, 0);
  return side.format === 'csv' && keptInFiles(bytes, memoryLimitMb);
}

function tableOf(
  database: Database,
  side: 'reference' | 'current',
  { raw, columns }: Sides['current'],
  files: SourceFiles,
  budgetBytes: number,
): Table {
  const relation = new Relation({
    database,
    name: raw.relation,
    rows: raw.rows,
    columns,
    rowIndex: raw.rowIndex,
    place: { side, file: raw.source.path },
    changed: raw.inPlace ? () => changedFile(files) : async () => null,
  });
  return new DuckTable(relation, raw.source, budgetBytes);
}

interface Sides {
  readonly reference: { readonly raw: RawTable; readonly columns: readonly ColumnSql[] } | null;
  readonly current: { readonly raw: RawTable; readonly columns: readonly ColumnSql[] };
}

type Shared = Omit<OpenContext, 'side' | 'pins' | 'held'> & { readonly mayHold: boolean };

async function openBoth(files: { readonly reference: SourceFiles | null; readonly current: SourceFiles }, shared: Shared): Promise<Sides> {
  const given = files.reference;
  const nothing: OpenContext['held'] = new Map();
  if (given === null) {
    return onSide('current', files.current.path, async () => {
      const context: OpenContext = { ...shared, side: 'current', pins: null, held: nothing };
      const raw = await openSide(files.current, context);
      const settled = await settleReference(raw, context);
      return { reference: null, current: { raw, columns: settled.map(({ column }) => column) } };
    });
  }
  await checkCommonColumn(given, files.current, shared);
  // Told once both are open: they may be opened again.
  const notes: Note[] = [];
  const telling: Shared = { ...shared, note: (note) => void notes.push(note) };
  let pair = await openPair(given, files.current, nothing, null, telling);
  const text = [given, files.current].some(({ format }) => format === 'csv');
  const found = text && shared.mayHold ? await heldTexts([pair.reference.raw, pair.current], pair.context) : nothing;
  const before = await missingOf(pair, found);
  const maybe = new Map([...found].filter(([name]) => before.some((missing) => (missing.get(name) ?? 0) > 0)));
  let held = nothing;
  if (maybe.size > 0) {
    notes.length = 0;
    pair = await openPair(given, files.current, maybe, pair, telling);
    held = tellHeld(maybe, before, await missingOf(pair, maybe), telling);
  }
  const { reference, current, context } = pair;
  const settled = await onSide('current', files.current.path, () => settleCurrent(current, reference.settled, reference.raw, context));
  for (const note of notes) shared.note(note);
  return {
    reference: { raw: reference.raw, columns: settled.reference.map((column) => withHeld(column, held)) },
    current: { raw: current, columns: settled.columns.map((column) => withHeld(column, held)) },
  };
}

interface OpenPair {
  readonly reference: { readonly raw: RawTable; readonly settled: readonly Settled[] };
  readonly current: RawTable;
  /** Of current. */
  readonly context: OpenContext;
}

/** Opens both sides as they stand; of an `earlier` pair what is no delimited text is kept. */
async function openPair(
  given: SourceFiles,
  files: SourceFiles,
  held: OpenContext['held'],
  earlier: OpenPair | null,
  shared: Shared,
): Promise<OpenPair> {
  const reference = await onSide('reference', given.path, async () => {
    const context: OpenContext = { ...shared, side: 'reference', pins: null, held };
    const raw: Opened = earlier === null || given.format === 'csv' ? await openSide(given, context) : earlier.reference.raw;
    const settled = await settleReference(raw, context);
    return { raw, settled, pins: { dialect: raw.dialect ?? null, readings: await pinnedReadings(raw, settled, context) } };
  });
  const context: OpenContext = { ...shared, side: 'current', pins: reference.pins, held };
  const current =
    earlier === null || files.format === 'csv' ? await onSide('current', files.path, () => openSide(files, context)) : earlier.current;
  return { reference, current, context };
}

async function missingOf(
  { reference, current, context }: OpenPair,
  held: OpenContext['held'],
): Promise<readonly ReadonlyMap<string, number>[]> {
  const names = new Set(held.keys());
  return [
    await onSide('reference', reference.raw.source.path, () => missingIn(reference.raw, names, context)),
    await onSide('current', current.source.path, () => missingIn(current, names, context)),
  ];
}

/** Tells of texts that were missing when the side was opened first and are values now; returns the columns where that is so. */
function tellHeld(
  held: OpenContext['held'],
  before: readonly ReadonlyMap<string, number>[],
  now: readonly ReadonlyMap<string, number>[],
  { note }: Shared,
): OpenContext['held'] {
  const changed = new Map<string, readonly string[]>();
  for (const [name, texts] of held) {
    (['reference', 'current'] as const).forEach((side, i) => {
      const rows = (before[i]?.get(name) ?? 0) - (now[i]?.get(name) ?? 0);
      if (rows <= 0) return;
      changed.set(name, texts);
      note({ code: 'missing_held', level: 'watch', side, column: name, values: { texts: texts.join(', '), rows } });
    });
  }
  return changed;
}

/**
 * Refuses two datasets without a common column by their headers, before the rows of thousands of columns are read for nothing. Where the first
 * files have none in common the others are looked at too.
 */
async function checkCommonColumn(reference: SourceFiles, current: SourceFiles, shared: Shared): Promise<void> {
  let refusal: DataError | null = null;
  for (const which of ['first', 'all'] as const) {
    const one = await namesAhead(reference, which, null, { ...shared, side: 'reference', pins: null, held: new Map() });
    const other = one && (await namesAhead(current, which, one.dialect, { ...shared, side: 'current', pins: null, held: new Map() }));
    if (one === null || other === null) return;
    refusal = noCommonColumn(current.path, one.names, other.names);
    if (refusal === null) return;
  }
  if (refusal !== null) throw refusal;
}

/** How current's texts are to be read. A column of texts without a single value pins nothing. */
async function pinnedReadings(raw: RawTable, settled: readonly Settled[], context: OpenContext): Promise<Pins['readings']> {
  const texts = settled.filter(({ column }) => column.kind === 'text').map((one) => one.raw);
  const empty = await emptyColumns(raw, texts, context);
  const readings = new Map<string, Reading>();
  for (const {
    raw: { kind: own },
    column,
    reading,
    numberTime,
  } of settled) {
    const { kind, name } = column;
    // Numbers that are times: current's are most likely written so, too.
    if (numberTime !== null) readings.set(name, own === reading?.kind ? reading : { kind: 'number', comma: false, whole: false });
    else if (reading?.kind === kind && kind !== 'text') readings.set(name, reading);
    else if (kind === 'number') readings.set(name, { kind, comma: false, whole: false });
    else if (kind === 'timestamp') readings.set(name, { kind, formats: null });
    else if (kind === 'boolean' || (kind === 'text' && !empty.has(name))) readings.set(name, { kind });
  }
  return readings;
}

/** Kinds the spec forces. A time axis named by the spec is a timestamp, or the comparison fails. */
function forcedKinds(spec: ComparisonSpec): ReadonlyMap<string, ColumnKind> {
  return new Map(Object.entries(spec.columns?.types ?? {}));
}

/** Path of a file that changed or vanished since it was opened, or null. */
async function changedFile({ files }: SourceFiles): Promise<string | null> {
  for (const file of files) {
    if ((await stampNow(file.path)) !== file.stamp) return file.path;
  }
  return null;
}
