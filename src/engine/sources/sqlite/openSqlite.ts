import { DataError } from '../../../core/data/dataError.ts';
import { sqliteError } from './sqliteFault.ts';
import { SqliteFile, type SqliteTable } from './sqliteFile.ts';

/** Part of the memory limit that SQLite may take: what it holds beside the cells of a row, and what a view puts together, must fit. */
const memoryShare = 0.15;
const leastBytes = 16 * 2 ** 20;
/** A view may think as long about one row. */
const patienceMs = 30_000;
/** Tables that a message names. */
const mostNamed = 20;

/** A database that is open, and the table in it that is meant. */
export interface OpenSqlite {
  readonly database: SqliteFile;
  readonly table: SqliteTable;
}

/** Opens a database for reading; to be closed. Rejects with not_this_format, corrupt_file, database_in_use, out_of_memory. */
export async function openSqliteFile(path: string, memoryLimitMb: number, patience = patienceMs): Promise<SqliteFile> {
  const most = Math.max(leastBytes, memoryLimitMb * 2 ** 20 * memoryShare);
  return SqliteFile.open(path, most, patience).catch((error: unknown) => {
    throw sqliteError(error, path, null);
  });
}

/** Opens a database and finds a table in it: the one that is called so, capitals aside where that is one; null: the only one. Rejects with no_tables, several_tables and unknown_table, too. */
export async function openSqlite(path: string, wanted: string | null, memoryLimitMb: number): Promise<OpenSqlite> {
  const database = await openSqliteFile(path, memoryLimitMb);
  try {
    return { database, table: tableOf(database.tables(), wanted, path) };
  } catch (error) {
    database.close();
    throw sqliteError(error, path, wanted);
  }
}

/** Names of the tables and views of a database. Rejects as opening does. */
export async function sqliteTables(path: string, memoryLimitMb: number): Promise<readonly string[]> {
  const database = await openSqliteFile(path, memoryLimitMb);
  try {
    return database.tables().map(({ name }) => name);
  } catch (error) {
    throw sqliteError(error, path, null);
  } finally {
    database.close();
  }
}

function tableOf(tables: readonly SqliteTable[], wanted: string | null, file: string): SqliteTable {
  const [first, second] = tables;
  if (first === undefined) throw new DataError('no_tables', { file });
  const names = tables.map(({ name }) => name);
  const listed = `${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? ', …' : ''}`;
  if (wanted === null) {
    if (second !== undefined) throw new DataError('several_tables', { file, found: listed });
    return first;
  }
  const same = tables.find(({ name }) => name === wanted);
  if (same !== undefined) return same;
  const alike = tables.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (alike.length === 1) return alike[0]!;
  throw new DataError('unknown_table', { file, expected: wanted, found: listed });
}
