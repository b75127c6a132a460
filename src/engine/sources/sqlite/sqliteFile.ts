import { databaseName, readOnlyFiles } from './readOnlyFiles.ts';
import { SqliteFault } from './sqliteFault.ts';
import { type SqliteModule, sqliteModule } from './sqliteModule.ts';
import { SqliteRow } from './sqliteRow.ts';

/** A table or view of a database. */
export interface SqliteTable {
  readonly name: string;
  /** Its rows are stored as such; false for views and for tables that a module makes (full-text search, R-trees). */
  readonly stored: boolean;
}

/** Steps of SQLite's machine between two looks at the clock: some milliseconds. */
const stepsPerLook = 100_000;

/**
 * An SQLite database, open for reading alone. A file is untrusted: its views may not use functions that reach beyond their arguments, its
 * triggers and extensions are off, and a statement that gives no row for `patienceMs` is ended. All failures are of SqliteFault. To be closed.
 */
export class SqliteFile {
  readonly #module: SqliteModule;
  readonly #database: number;
  readonly #closeFiles: () => void;
  readonly #patienceMs: number;
  #lastRowMs = 0;

  private constructor(module: SqliteModule, database: number, closeFiles: () => void, patienceMs: number) {
    this.#module = module;
    this.#database = database;
    this.#closeFiles = closeFiles;
    this.#patienceMs = patienceMs;
  }

  /** Opens a file in an SQLite of its own that takes `mostBytes` at most. */
  static async open(path: string, mostBytes: number, patienceMs: number): Promise<SqliteFile> {
    const module = await sqliteModule(mostBytes);
    const { capi, wasm } = module;
    const files = readOnlyFiles(module, path);
    const place = wasm.alloc(8);
    const code = capi.sqlite3_open_v2(databaseName, place, capi.SQLITE_OPEN_READONLY, files.name);
    const file = new SqliteFile(module, wasm.peek(place, '*'), files.close, patienceMs);
    wasm.dealloc(place);
    try {
      file.#check(code);
      file.#shutIn();
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  #shutIn(): void {
    const { capi } = this.#module;
    const off = [capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, capi.SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE];
    const on = [capi.SQLITE_DBCONFIG_DEFENSIVE, capi.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE];
    for (const what of off) this.#check(capi.sqlite3_db_config(this.#database, what, 0, 0));
    for (const what of on) this.#check(capi.sqlite3_db_config(this.#database, what, 1, 0));
    capi.sqlite3_progress_handler(this.#database, stepsPerLook, () => (performance.now() - this.#lastRowMs > this.#patienceMs ? 1 : 0), 0);
    // Without shared memory a log of changes (WAL) can be read by one connection that has the file for itself: ours, which cannot write.
    for (const pragma of [
      'locking_mode = EXCLUSIVE',
      'query_only = ON',
      'cell_size_check = ON',
      'temp_store = MEMORY',
      'cache_size = -8192',
    ])
      for (const _ of this.rows(`PRAGMA ${pragma}`));
  }

  /** Its tables and views, in the order they were made, without SQLite's own. */
  tables(): readonly SqliteTable[] {
    const kinds = "type = 'table' AND rootpage > 0 FROM sqlite_schema WHERE type IN ('table', 'view')";
    const tables: SqliteTable[] = [];
    for (const row of this.rows(`SELECT name, ${kinds} AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`))
      tables.push({ name: row.text(0).text, stored: row.number(1) === 1 });
    return tables;
  }

  /** Names and declared types of the columns that a statement gives. */
  columns(sql: string): readonly { readonly name: string; readonly declared: string }[] {
    const { capi } = this.#module;
    return this.#prepared(sql, (statement) =>
      Array.from({ length: capi.sqlite3_column_count(statement) }, (_, i) => ({
        name: capi.sqlite3_column_name(statement, i) ?? '',
        declared: capi.sqlite3_column_decltype(statement, i) ?? '',
      })),
    );
  }

  /** The rows of a statement, one after another: each is the same object, and stands for the next one when that is asked for. */
  *rows(sql: string): Generator<SqliteRow, void, undefined> {
    const { capi, cells } = this.#module;
    const statement = this.#prepare(sql);
    try {
      const row = new SqliteRow(this.#module, statement);
      for (;;) {
        this.#lastRowMs = performance.now();
        const step = this.#guarded(() => cells.sqlite3_step(statement));
        if (step === capi.SQLITE_DONE) return;
        if (step !== capi.SQLITE_ROW) this.#check(step);
        yield row;
      }
    } finally {
      this.#finalize(statement);
    }
  }

  #prepared<T>(sql: string, use: (statement: number) => T): T {
    const statement = this.#prepare(sql);
    try {
      return use(statement);
    } finally {
      this.#finalize(statement);
    }
  }

  #prepare(sql: string): number {
    const { capi, wasm } = this.#module;
    const place = wasm.alloc(8);
    this.#lastRowMs = performance.now();
    const code = this.#guarded(() => capi.sqlite3_prepare_v2(this.#database, sql, -1, place, 0));
    const statement = wasm.peek(place, '*');
    wasm.dealloc(place);
    this.#check(code);
    return statement;
  }

  #finalize(statement: number): void {
    try {
      this.#module.capi.sqlite3_finalize(statement);
    } catch {
      // What broke down was told when it did.
    }
  }

  close(): void {
    try {
      this.#module.capi.sqlite3_close_v2(this.#database);
    } catch {
      // A machine that broke down cannot be closed: it goes with its memory.
    }
    this.#closeFiles();
  }

  /** What the WebAssembly breaks down of (a stack that is full, memory that is not there) is told as a failure of SQLite. */
  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError))
        throw new SqliteFault('broken', error.message);
      throw error;
    }
  }

  #check(code: number): void {
    const { capi } = this.#module;
    if (code === capi.SQLITE_OK) return;
    const extended = this.#database === 0 ? code : capi.sqlite3_extended_errcode(this.#database);
    const said = this.#database === 0 ? '' : capi.sqlite3_errmsg(this.#database);
    throw new SqliteFault(capi.sqlite3_js_rc_str(extended) ?? capi.sqlite3_js_rc_str(code) ?? String(code), said);
  }
}
