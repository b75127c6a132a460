import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { withinSpace } from '../files/spareBytes.ts';
import { quotePath, quotePaths } from '../sql/quote.ts';
import type { Database } from './database.ts';

export interface StoredColumn {
  readonly name: string;
  readonly type: string;
}

/** Rows in Parquet files, in the order of the paths. */
export interface StoredFiles {
  readonly columns: readonly StoredColumn[];
  readonly paths: readonly string[];
}

/** Where loaded rows are kept, part by part in their order. */
export interface RowStore {
  /** The files the rows are in, once all are added; null when they are in a table. */
  readonly files: StoredFiles | null;
  /** Adds the rows of a part; `values` are the columns' SQL over `from`. */
  add(values: readonly string[], from: string, signal: CancelSignal): Promise<void>;
  /** Takes the rows added last away again. */
  undo(signal: CancelSignal): Promise<void>;
  /** Makes the rows readable under the relation's name; returns SQL of a row's index, or null. */
  finish(signal: CancelSignal): Promise<string | null>;
}

/** A table reserves a block for every column and thread: with more columns than this it would not fit the memory limit. */
export const mostTableColumns = 512;

/** Texts larger than this part of the memory limit are kept in files: as a table they would take most of it, and spill. */
const mostTableShare = 0.05;
/** Values of a row group: few enough to be written within a small limit. */
const valuesPerGroup = 2_000_000;

/** Whether the rows of texts of so many bytes are kept in files. */
export function keptInFiles(textBytes: number, memoryLimitMb: number): boolean {
  return textBytes > memoryLimitMb * mostTableShare * 1024 * 1024;
}

/** Where rows go that are not kept in a table, and whether they go there however few columns they have. */
export interface StorePlace {
  readonly folder: string;
  readonly inFiles: boolean;
}

/** A table for usual datasets, Parquet files in the work folder for very wide ones, and with `inFiles`. */
export async function rowStore(
  database: Database,
  relation: string,
  columns: readonly StoredColumn[],
  { folder, inFiles }: StorePlace,
  signal: CancelSignal,
): Promise<RowStore> {
  if (inFiles || columns.length > mostTableColumns) return new FileStore(database, relation, columns, folder);
  const definitions = columns.map(({ name, type }) => `${name} ${type}`);
  await database.run(`CREATE OR REPLACE TABLE ${relation} (${definitions.join(', ')})`, signal);
  return new TableStore(database, relation);
}

class TableStore implements RowStore {
  readonly files = null;
  readonly #database: Database;
  readonly #relation: string;
  #before = 0;

  constructor(database: Database, relation: string) {
    this.#database = database;
    this.#relation = relation;
  }

  async add(values: readonly string[], from: string, signal: CancelSignal): Promise<void> {
    this.#before = (await this.#ask('count(*)', signal)) ?? 0;
    await this.#database.run(`INSERT INTO ${this.#relation} SELECT ${values.join(', ')} FROM ${from}`, signal);
  }

  async undo(signal: CancelSignal): Promise<void> {
    const what = this.#before === 0 ? `TRUNCATE ${this.#relation}` : `DELETE FROM ${this.#relation} WHERE rowid >= ${this.#before}`;
    await this.#database.run(what, signal);
  }

  async finish(signal: CancelSignal): Promise<string | null> {
    // Row ids count up without gaps unless rows were taken away again.
    const rows = await this.#ask('count(*)', signal);
    const dense = (await this.#ask('min(rowid)', signal)) === 0 && (await this.#ask('max(rowid)', signal)) === (rows ?? 0) - 1;
    return dense ? 'rowid' : null;
  }

  async #ask(sql: string, signal: CancelSignal): Promise<number | null> {
    const [row] = await this.#database.rows(`SELECT ${sql}::DOUBLE AS n FROM ${this.#relation}`, signal);
    return row?.n == null ? null : Number(row.n);
  }
}

let files = 0;

class FileStore implements RowStore {
  readonly #database: Database;
  readonly #relation: string;
  readonly #columns: readonly StoredColumn[];
  readonly #folder: string;
  readonly #paths: string[] = [];

  constructor(database: Database, relation: string, columns: readonly StoredColumn[], folder: string) {
    this.#database = database;
    this.#relation = relation;
    this.#columns = columns;
    this.#folder = folder;
  }

  async add(values: readonly string[], from: string, signal: CancelSignal): Promise<void> {
    const path = join(this.#folder, `rows-${process.pid}-${files++}.parquet`);
    // Parquet knows no HUGEINT: it would be rounded to a double.
    const picked = this.#columns.map(({ name, type }, i) =>
      type === 'HUGEINT' ? `CAST(${values[i]} AS DECIMAL(38, 0)) AS ${name}` : `${values[i]} AS ${name}`,
    );
    const vectors = Math.floor(valuesPerGroup / Math.max(1, this.#columns.length) / 2048);
    const options = `FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE ${2048 * Math.max(1, Math.min(60, vectors))}`;
    const copy = `COPY (SELECT ${picked.join(', ')} FROM ${from}) TO ${quotePath(path)} (${options})`;
    // What is put aside is bounded by the database, what is copied by nothing but the disk.
    await withinSpace(this.#folder, {}, signal, (stop) => this.#database.run(copy, stop));
    this.#paths.push(path);
  }

  async undo(): Promise<void> {
    const path = this.#paths.pop();
    if (path !== undefined) await rm(path, { force: true });
  }

  get files(): StoredFiles {
    return { columns: this.#columns, paths: this.#paths };
  }

  finish(signal: CancelSignal): Promise<string | null> {
    return viewOfFiles(this.#database, this.#relation, this.files, signal);
  }
}

/** Makes stored rows readable under a relation's name; returns SQL of a row's index, or null. */
export async function viewOfFiles(
  database: Database,
  relation: string,
  { columns, paths }: StoredFiles,
  signal: CancelSignal,
): Promise<string | null> {
  const single = paths.length === 1;
  const picked = columns.map(({ name, type }) => (type === 'HUGEINT' ? `CAST(${name} AS HUGEINT) AS ${name}` : name));
  const reader = `read_parquet(${quotePaths(paths)}, hive_partitioning = false${single ? ', file_row_number = true' : ''})`;
  const index = single ? ', file_row_number AS row_index' : '';
  await database.run(`CREATE OR REPLACE VIEW ${relation} AS SELECT ${picked.join(', ')}${index} FROM ${reader}`, signal);
  return single ? 'row_index' : null;
}
