import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { BOOLEAN, type DuckDBAppender, DuckDBDataChunk } from '@duckdb/node-api';
import type { CancelSignal } from '../../../core/data/cancelSignal.ts';
import { DataError } from '../../../core/data/dataError.ts';
import { formatFacts } from '../../../core/data/dataFormats.ts';
import { throwIfAborted } from '../../abortError.ts';
import { boundColumns } from '../../boundColumns.ts';
import { stampNow } from '../../files/fileStamp.ts';
import type { SourceFile, SourceFiles } from '../../files/resolveFiles.ts';
import type { OpenContext } from '../../openContext.ts';
import type { RawColumn, RawTable } from '../../rawTable.ts';
import { quoteName } from '../../sql/quote.ts';
import { CellCollector } from './cellColumns.ts';
import { type CellCounts, type CellStore, cellColumn, cellStore } from './columnPlan.ts';
import { type OpenSqlite, openSqlite } from './openSqlite.ts';
import { sqliteError } from './sqliteFault.ts';
import type { SqliteTable } from './sqliteFile.ts';

/** Rows of a chunk: DuckDB's vector size. */
const chunkRows = 2048;
/** Bytes of texts in a chunk, and of what waits to be taken in by the database. */
const chunkBytes = 8 * 2 ** 20;
const waitingBytes = 64 * 2 ** 20;
/** Times the rows are read: once to store them as the first ones promise, once more as they are. More often a view must change under our eyes. */
const mostReads = 3;
/** Time between two looks at the signal; the worker hears a cancel only then. */
const turnMs = 50;
/** A row that is stored takes a few bytes at least: a tree of pages that lead to each other again and again gives more rows than that. */
const leastRowBytes = 4;
/** Rows that a view gives at most: it needs no bytes for them, and may go on without end. */
const mostViewRows = 100_000_000;
/** Characters of a declared type that are shown: it may be anything. */
const longestType = 60;

const { companions } = formatFacts('sqlite');

interface Shape {
  /** Its table or view. */
  readonly table: string;
  readonly names: readonly string[];
  readonly declared: readonly string[];
}

/**
 * Loads one table of SQLite files into a table. SQLite lets any cell hold anything: what a column is is told by its cells, and the file is read
 * again where the first rows promised something else.
 */
export async function loadSqlite(files: SourceFiles, source: RawTable['source'], context: OpenContext): Promise<RawTable> {
  const databases = new Databases(files.table, context);
  try {
    const shape = await commonShape(files, databases);
    let counts = await readRows({ files, databases, shape }, { stores: null, most: chunkRows }, context);
    for (let read = 0; read < mostReads; read++) {
      const stores = counts.columns.map((one, i) => cellStore(one, shape.declared[i]!));
      counts = await readRows({ files, databases, shape }, { stores, most: Number.POSITIVE_INFINITY }, context);
      if (counts.rows === 0) throw new DataError('no_rows', { file: source.path });
      if (!counts.whole) continue;
      if (counts.misspelled > 0)
        context.note({ code: 'encoding_assumed', level: 'info', side: context.side, column: null, values: { encoding: 'latin-1' } });
      const columns = rawColumns(counts.columns, stores, shape);
      return {
        relation: relationOf(context),
        columns,
        rows: counts.rows,
        rowIndex: 'rowid',
        source: { ...source, table: shape.table },
        inPlace: false,
      };
    }
    throw new DataError('file_changed', { file: source.path });
  } finally {
    databases.close();
  }
}

/** Names of the columns of a file's table, without its rows being read. Rejects as `loadSqlite` does. */
export async function sqliteNames(file: SourceFile, table: string | null, context: OpenContext): Promise<readonly string[]> {
  const databases = new Databases(table, context);
  try {
    return await databases.use(file, async (open) => shapeOf(open).names);
  } finally {
    databases.close();
  }
}

/** Opens databases one at a time; the one that was asked for last stays open. */
class Databases {
  readonly #table: string | null;
  readonly #memoryLimitMb: number;
  #path = '';
  #open: OpenSqlite | null = null;

  constructor(table: string | null, { memoryLimitMb }: OpenContext) {
    this.#table = table;
    this.#memoryLimitMb = memoryLimitMb;
  }

  /** Does something with the table of a file; what fails of it is a DataError. */
  async use<T>({ path }: SourceFile, work: (open: OpenSqlite) => Promise<T>): Promise<T> {
    if (this.#open === null || path !== this.#path) {
      this.close();
      this.#open = await openSqlite(path, this.#table, this.#memoryLimitMb);
      this.#path = path;
    }
    try {
      return await work(this.#open);
    } catch (error) {
      throw sqliteError(error, path, this.#open.table.name);
    }
  }

  close(): void {
    this.#open?.database.close();
    this.#open = null;
  }
}

/** The columns of the first file, which all others must have. */
async function commonShape({ files }: SourceFiles, databases: Databases): Promise<Shape> {
  let first: Shape | null = null;
  for (const file of files) {
    const shape = await databases.use(file, async (open) => shapeOf(open));
    boundColumns(shape.names.length, file.path);
    first ??= shape;
    const own = new Set(shape.names);
    const lacking = first.names.find((name) => !own.has(name));
    if (lacking !== undefined) throw new DataError('schema_differs_between_parts', { file: file.path, column: lacking });
  }
  return first!;
}

function selectOf({ name }: SqliteTable, columns: readonly string[] | null): string {
  return `SELECT ${columns === null ? '*' : columns.map(quoteName).join(', ')} FROM main.${quoteName(name)}`;
}

function shapeOf({ database, table }: OpenSqlite): Shape {
  const columns = database.columns(selectOf(table, null));
  return { table: table.name, names: columns.map(({ name }) => name), declared: columns.map(({ declared }) => declared) };
}

function relationOf({ side }: OpenContext): string {
  return `${side}_rows`;
}

interface Read {
  readonly rows: number;
  readonly columns: readonly CellCounts[];
  readonly misspelled: number;
  /** Whether all rows were stored as they were to be: else there was a cell that does not fit, and the rest was only counted. */
  readonly whole: boolean;
}

/** The tables that are read as one, and their columns. */
interface Tables {
  readonly files: SourceFiles;
  readonly databases: Databases;
  readonly shape: Shape;
}

/** How many rows are read, and how they are stored; null: they are only counted. */
interface Reading {
  readonly stores: readonly CellStore[] | null;
  readonly most: number;
}

/** Reads up to `most` rows and counts what they hold; stores them where it is said how. */
async function readRows({ files: { files }, databases, shape }: Tables, { stores, most }: Reading, context: OpenContext): Promise<Read> {
  const { database, signal } = context;
  const collectors = shape.names.map((_, i) => new CellCollector(i, stores?.[i] ?? { type: null, doubtful: false }));
  let rows = 0;
  const read = async (appender: DuckDBAppender | null): Promise<void> => {
    for (const file of files) {
      if (rows >= most) break;
      if (appender !== null) context.progress(file.path);
      const keep = appender === null ? null : new ChunkKeeper(collectors, appender);
      rows += await databases.use(file, (open) => readPart({ file, open, shape }, { collectors, keep, most: most - rows }, signal));
    }
    appender?.closeSync();
  };
  if (stores === null) await read(null);
  else {
    const columns = stores.flatMap(({ type, doubtful }, i) =>
      type === null ? [] : [`c${i} ${type}`, ...(doubtful ? [`b${i} BOOLEAN`] : [])],
    );
    await database.run(`CREATE OR REPLACE TABLE ${relationOf(context)} (${columns.join(', ') || 'nothing BOOLEAN'})`, signal);
    await database.with(signal, async (connection) => read(await connection.createAppender(relationOf(context))));
  }
  return {
    rows,
    columns: collectors.map(({ counts }) => counts),
    misspelled: collectors.reduce((sum, { misspelled }) => sum + misspelled, 0),
    whole: stores !== null && collectors.every(({ counts }, i) => sameStore(cellStore(counts, shape.declared[i]!), stores[i]!)),
  };
}

function sameStore(one: CellStore, other: CellStore): boolean {
  return one.type === other.type && one.doubtful === other.doubtful;
}

/** Puts cells that were collected into the database, chunk by chunk. */
class ChunkKeeper {
  readonly #collectors: readonly CellCollector[];
  readonly #appender: DuckDBAppender;
  #told = 0;

  constructor(collectors: readonly CellCollector[], appender: DuckDBAppender) {
    this.#collectors = collectors;
    this.#appender = appender;
  }

  flush(rows: number, bytes: number): void {
    if (rows === 0) return;
    const types = this.#collectors.flatMap((collector) => collector.types);
    // A table must have a column, even if all of the file's are only listed.
    const chunk = DuckDBDataChunk.create(types.length === 0 ? [BOOLEAN] : types, rows);
    let at = 0;
    for (const collector of this.#collectors) {
      const vectors = collector.types.map(() => chunk.getColumnVector(at++));
      if (vectors.length > 0) collector.write(vectors, rows);
      for (const vector of vectors) vector.flush();
    }
    this.#appender.appendDataChunk(chunk);
    if (bytes - this.#told < waitingBytes) return;
    this.#told = bytes;
    this.#appender.flushSync();
  }
}

async function readPart(
  { file, open, shape }: { readonly file: SourceFile; readonly open: OpenSqlite; readonly shape: Shape },
  { collectors, keep, most }: { readonly collectors: readonly CellCollector[]; readonly keep: ChunkKeeper | null; readonly most: number },
  signal: CancelSignal,
): Promise<number> {
  const { database, table } = open;
  const { path } = file;
  // Whoever changes the file meanwhile is not kept out: rows of before and after would be put together.
  const unchanged = async (): Promise<void> => {
    if ((await stampNow(path, companions)) !== file.stamp) throw new DataError('file_changed', { file: path });
  };
  const mostRows = table.stored ? (await bytesOf(path)) / leastRowBytes : mostViewRows;
  const own = shapeOf({ database, table }).names;
  const sql = selectOf(table, own.join('\n') === shape.names.join('\n') ? null : shape.names);
  const bytesNow = (): number => collectors.reduce((sum, { bytes }) => sum + bytes, 0);
  let rows = 0;
  let held = 0;
  let flushed = bytesNow();
  let turn = performance.now();
  await unchanged();
  for (const row of database.rows(sql)) {
    for (const collector of collectors) collector.take(row, held, keep !== null);
    held++;
    rows++;
    const full = held === chunkRows;
    const bytes = full || (held & 15) === 0 ? bytesNow() : 0;
    if (full || bytes - flushed > chunkBytes) {
      keep?.flush(held, bytes);
      held = 0;
      flushed = bytes;
    }
    if (rows > mostRows) throw beyond(table, path);
    if (rows >= most) break;
    if ((rows & 63) === 0 && performance.now() - turn > turnMs) {
      await setImmediate();
      throwIfAborted(signal);
      turn = performance.now();
    }
  }
  keep?.flush(held, bytesNow());
  await unchanged();
  return rows;
}

function beyond({ name, stored }: SqliteTable, file: string): DataError {
  return stored
    ? new DataError('corrupt_file', { file, found: 'more rows than bytes' })
    : new DataError('view_endless', { file, found: name });
}

/** Bytes of a database and of changes that are not yet in it. */
async function bytesOf(path: string): Promise<number> {
  const sizes = await Promise.all(
    [path, `${path}-wal`].map((one) =>
      stat(one).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function rawColumns(counts: readonly CellCounts[], stores: readonly CellStore[], { names, declared }: Shape): readonly RawColumn[] {
  return names.map((name, i) => {
    const { kind, sql, type, readable, bad } = cellColumn(counts[i]!, stores[i]!, declared[i]!, `c${i}`, `b${i}`);
    return { name, sql, type, kind, physicalType: declared[i]!.slice(0, longestType) || kind, readable, reading: null, bad };
  });
}
