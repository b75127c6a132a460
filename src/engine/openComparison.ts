import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { ColumnKind } from '../core/data/columnKind.ts';
import { DataError } from '../core/data/dataError.ts';
import type { Table } from '../core/data/table.ts';
import type { Note } from '../core/report/note.ts';
import { addressOf } from '../core/spec/addressOf.ts';
import type { ComparisonSpec, DatasetSpec } from '../core/spec/spec.ts';
import type { EngineOptions } from '../shared/workerProtocol.ts';
import { throwIfAborted } from './abortError.ts';
import { LoadCache } from './cache/loadCache.ts';
import { checkCommonColumn } from './checkCommonColumn.ts';
import { defaultNulls } from './csv/readCsv.ts';
import { Database } from './database/database.ts';
import { keptInFiles } from './database/rowStore.ts';
import { stampNow } from './files/fileStamp.ts';
import { looksWide } from './files/looksWide.ts';
import { resolveDataset } from './files/resolveDataset.ts';
import type { SourceFiles } from './files/resolveFiles.ts';
import { heldTexts, missingIn, withHeld } from './heldTexts.ts';
import { onSide } from './onSide.ts';
import type { OpenContext } from './openContext.ts';
import { type Opened, openSide } from './openSide.ts';
import type { RawTable } from './rawTable.ts';
import type { ColumnSql } from './table/columnSql.ts';
import { DuckTable } from './table/duckTable.ts';
import { Relation } from './table/relation.ts';
import { tellHeld } from './tellHeld.ts';
import { pinnedReadings } from './types/pinnedReadings.ts';
import { type Settled, settleCurrent, settleReference } from './types/settle.ts';
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

/** What is asked of opening. */
interface Asked {
  readonly spec: ComparisonSpec;
  readonly options: EngineOptions;
  readonly signal: CancelSignal;
  readonly onProgress: (item: string) => void;
}

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
    const wide = { memoryMb: options.memoryLimitMb * wideFactor, threads: 1, folder, share };
    const usual = { memoryMb: options.memoryLimitMb * share.database, threads: options.threads, folder, share };
    const asked = { spec, options, signal, onProgress };
    const looksSo = (await looksWide(files.reference)) || (await looksWide(files.current));
    const opened = await openWith(files, looksSo ? wide : usual, asked).catch(async (error: unknown) => {
      if (looksSo || !(error instanceof DataError && error.code === 'out_of_memory')) throw error;
      // Copies of the first attempt would stand beside those of the second.
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
      return openWith(files, wide, asked);
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
}

/** The files of both sides; `reference`: null where there is none. */
interface BothFiles {
  readonly reference: SourceFiles | null;
  readonly current: SourceFiles;
}

/** What a database of a comparison may take, and where it may read and write. */
interface DatabaseLimits {
  readonly memoryMb: number;
  readonly threads: number;
  readonly folder: string;
  readonly share: (typeof shares)['loaded' | 'inPlace'];
}

/** Opens both sides in a database with these limits; when that fails, nothing of the database is left. */
async function openWith(
  files: BothFiles,
  { folder, share, ...limits }: DatabaseLimits,
  asked: Asked,
): Promise<OpenComparison<Table | null>> {
  const { spec, options } = asked;
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
      signal: asked.signal,
      note: (note) => {
        notes.push(note);
      },
      progress: asked.onProgress,
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

async function openBoth(files: BothFiles, shared: Shared): Promise<Sides> {
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
