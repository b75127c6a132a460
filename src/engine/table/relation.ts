import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import type { Cell, Database } from '../database/database.ts';
import { readerError } from '../database/readerError.ts';
import type { ColumnSql } from './columnSql.ts';

/** What the statements of a table share: the relation, its columns and the ways to ask. Failures come as DataErrors with file and side. */
export class Relation {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ColumnSql[];
  readonly #database: Database;
  readonly #byName: ReadonlyMap<string, ColumnSql>;
  readonly #rowIndex: string | null;
  readonly #place: { readonly side: 'reference' | 'current'; readonly file: string };
  readonly #changed: () => Promise<string | null>;

  constructor(options: {
    readonly database: Database;
    readonly name: string;
    readonly rows: number;
    readonly columns: readonly ColumnSql[];
    readonly rowIndex: string | null;
    readonly place: { readonly side: 'reference' | 'current'; readonly file: string };
    /** Path of a file that is no longer what it was when opened, or null. */
    readonly changed: () => Promise<string | null>;
  }) {
    this.name = options.name;
    this.rows = options.rows;
    this.columns = options.columns;
    this.#database = options.database;
    this.#byName = new Map(options.columns.map((column) => [column.name, column]));
    this.#rowIndex = options.rowIndex;
    this.#place = options.place;
    this.#changed = options.changed;
  }

  /** A column by its exact name. Throws unknown_column. */
  readonly find = (name: string): ColumnSql => {
    const column = this.#byName.get(name);
    if (column === undefined) throw new DataError('unknown_column', { ...this.#place, column: name });
    return column;
  };

  /** SQL of a row's index in file order, and the relation to use it on. */
  get indexed(): { readonly from: string; readonly rowIndex: string } {
    if (this.#rowIndex !== null) return { from: this.name, rowIndex: this.#rowIndex };
    return { from: `(SELECT *, row_number() OVER () - 1 AS row_index FROM ${this.name})`, rowIndex: 'row_index' };
  }

  /** Rows of a statement; `texts` are bound to its `?` in order. */
  async ask(sql: string, signal: CancelSignal, texts: readonly string[] = []): Promise<readonly Record<string, Cell>[]> {
    try {
      return await this.#database.rows(sql, signal, texts);
    } catch (error) {
      throw await this.#explain(error);
    }
  }

  /** Streams a result of unknown length; use `streamAll` where the length is known. */
  async stream(sql: string, sink: (chunk: DuckDBDataChunk) => void, signal: CancelSignal): Promise<number> {
    try {
      return await this.#database.stream(sql, sink, signal);
    } catch (error) {
      throw await this.#explain(error);
    }
  }

  /** Streams a result that has a row for every row of the relation. A failing stream just ends: then it is run again to learn why. */
  async streamAll(sql: string, sink: (chunk: DuckDBDataChunk) => void, signal: CancelSignal): Promise<void> {
    const rows = await this.stream(sql, sink, signal);
    if (rows !== this.rows) await this.failShort(sql, rows, signal);
  }

  /** Drops enumerations that `readCodes` made; those that were never made are passed over. */
  async dropTypes(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#database.run(`DROP TYPE IF EXISTS ${name}`, new AbortController().signal).catch(() => undefined);
  }

  /** Drops a table made on the way; one that was never made is passed over. */
  async dropTable(name: string): Promise<void> {
    await this.#database.run(`DROP TABLE IF EXISTS ${name}`, new AbortController().signal).catch(() => undefined);
  }

  /** Rejects for a stream that ended after `rows` rows: with the reader's own error when it shows again. */
  async failShort(sql: string, rows: number, signal: CancelSignal): Promise<never> {
    await this.ask(`SELECT count(COLUMNS(*)) FROM (${sql})`, signal);
    throw await this.#explain(new DataError('read_failed', { ...this.#place, expected: String(this.rows), found: String(rows) }));
  }

  async #explain(error: unknown): Promise<unknown> {
    if (error instanceof Error && error.name === 'AbortError') return error;
    const file = await this.#changed();
    if (file !== null) return new DataError('file_changed', { ...this.#place, file });
    return readerError(error, this.#place);
  }
}
