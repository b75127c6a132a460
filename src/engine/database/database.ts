import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { abortError, throwIfAborted } from '../abortError.ts';
import { spareBytes } from '../files/spareBytes.ts';
import { interruptible } from './interrupt.ts';
import { type DatabaseLimits, lockdownStatements } from './lockdown.ts';

/** One value of a small result: what DuckDB's JSON view gives (64-bit integers are text there). */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

/** Sorting and grouping put aside a few times what they are given; a small file that asks for much more is ended. */
const spillFactor = 16;

/** An in-memory DuckDB that can reach the files it was opened for and nothing else. One statement at a time per connection. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];
  readonly #busy = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** Opens and locks an instance; about 20 ms. It may put aside 16 times its memory on disk, and never what the disk cannot spare. */
  static async open(given: Omit<DatabaseLimits, 'spillBytes'>): Promise<Database> {
    const spillBytes = Math.min(spillFactor * given.memoryMb * 2 ** 20, await spareBytes(given.directory));
    const limits: DatabaseLimits = { ...given, spillBytes };
    const instance = await DuckDBInstance.create(':memory:');
    const database = new Database(instance);
    const connection = await instance.connect();
    for (const statement of lockdownStatements(limits)) await connection.run(statement);
    database.#idle.push(connection);
    return database;
  }

  /** Runs a statement and returns its rows; `texts` are bound to its `?` in order. For small results only: rows become objects. */
  async rows(sql: string, signal: CancelSignal, texts: readonly string[] = []): Promise<readonly Record<string, Cell>[]> {
    return this.#use(signal, async (connection) => {
      const reader = await (texts.length === 0 ? connection.runAndReadAll(sql) : connection.runAndReadAll(sql, [...texts]));
      return reader.getRowObjectsJson() as Record<string, Cell>[];
    });
  }

  /** Runs a statement for its effect. */
  async run(sql: string, signal: CancelSignal): Promise<void> {
    await this.#use(signal, (connection) => connection.run(sql));
  }

  /**
   * Streams a result chunk by chunk (at most 2,048 rows each). The next chunk is fetched while the sink works: chunks are copies.
   * DuckDB ends a failed stream without a word: the caller must compare the returned number of rows with what it expects.
   */
  async stream(sql: string, sink: (chunk: DuckDBDataChunk) => void, signal: CancelSignal): Promise<number> {
    return this.#use(signal, async (connection) => {
      const result = await connection.stream(sql);
      let rows = 0;
      let next = result.fetchChunk();
      try {
        for (;;) {
          const chunk = await next;
          throwIfAborted(signal);
          if (chunk === null || chunk.rowCount === 0) return rows;
          next = result.fetchChunk();
          rows += chunk.rowCount;
          sink(chunk);
        }
      } finally {
        // A stream left half-way is stopped and waited for, so that its connection can be used again.
        await next.catch(() => null);
        connection.interrupt();
      }
    });
  }

  /** Lends a connection for work that needs its own (an appender). */
  async with<T>(signal: CancelSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#use(signal, work);
  }

  /** Waits for running statements (their signals should have been aborted), then frees everything. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled([...this.#busy]);
    for (const connection of this.#idle.splice(0)) connection.disconnectSync();
    this.#instance.closeSync();
  }

  #use<T>(signal: CancelSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const task = this.#borrow(signal, work);
    this.#busy.add(task);
    const done = (): void => {
      this.#busy.delete(task);
    };
    task.then(done, done);
    return task;
  }

  async #borrow<T>(signal: CancelSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    throwIfAborted(signal);
    if (this.#closed) throw new Error('The database is closed.');
    const connection = this.#idle.pop() ?? (await this.#instance.connect());
    try {
      return await interruptible(
        signal,
        () => connection.interrupt(),
        () => work(connection),
      );
    } catch (error) {
      if (signal.aborted) throw abortError();
      throw error;
    } finally {
      this.#idle.push(connection);
    }
  }
}
