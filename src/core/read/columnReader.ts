import type { CancelSignal } from '../data/cancelSignal.ts';
import type { CodedColumn } from '../data/codedColumn.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import type { RowKey } from '../data/rowKey.ts';
import type { HoldNumbers, NumberBatch, Table } from '../data/table.ts';
import type { TableInfo } from '../data/tableInfo.ts';
import type { ColumnBudget } from './columnBudget.ts';

/**
 * The only way of a section to the columns of a table: all rows, or those it is put to (`at`), in file order, until the run is cancelled. What it
 * makes is held in the budget until its taker releases it. All calls reject with a DataError for reasons of the data, and with the signal's reason.
 */
export class ColumnReader {
  /** Of the rows that are read. */
  readonly info: TableInfo;
  readonly budget: ColumnBudget;
  readonly #table: Table;
  readonly #signal: CancelSignal;
  readonly #rows: Uint32Array | null;

  /** `rows`: those that are read, ascending; null: all. */
  constructor(table: Table, signal: CancelSignal, budget: ColumnBudget, rows: Uint32Array | null = null) {
    this.#table = table;
    this.#signal = signal;
    this.#rows = rows;
    this.budget = budget;
    this.info = rows === null ? table.info : { ...table.info, rows: rows.length };
  }

  /** A reader of some rows of the whole table, ascending; null: all. */
  at(rows: Uint32Array | null): ColumnReader {
    return new ColumnReader(this.#table, this.#signal, this.budget, rows);
  }

  /** Profiles of all columns, over all rows; as `Table.profile`. */
  profile(hold?: HoldNumbers): Promise<readonly ColumnProfile[]> {
    return this.#table.profile(this.#signal, hold);
  }

  /** As `Table.countDuplicates`, over all rows. */
  duplicates(): Promise<number | null> {
    return this.#table.countDuplicates(this.#signal);
  }

  /** Numbers of columns in buffers of their own, held; one pass. NaN for null, NaN and unreadable; ±Infinity kept. */
  async numbers(names: readonly string[]): Promise<Float64Array[]> {
    if (names.length === 0) return [];
    const bytes = Float64Array.BYTES_PER_ELEMENT * this.info.rows * names.length;
    this.budget.hold(bytes);
    try {
      const into = names.map(() => new Float64Array(this.info.rows));
      await this.numbersInto(names, into);
      return into;
    } catch (error) {
      this.budget.release(bytes);
      throw error;
    }
  }

  /** Numbers of columns into buffers of the caller's, as long as there are rows; one pass. */
  async numbersInto(names: readonly string[], into: readonly Float64Array[]): Promise<void> {
    const rows = this.#rows;
    let at = 0;
    let next = 0;
    await this.#table.readNumbers(
      names,
      {},
      ({ length, values }) => {
        if (rows === null) for (let i = 0; i < names.length; i++) into[i]!.set(values[i]!.subarray(0, length), at);
        else
          for (; next < rows.length && rows[next]! < at + length; next++)
            for (let i = 0; i < names.length; i++) into[i]![next] = values[i]![rows[next]! - at]!;
        at += length;
      },
      this.#signal,
    );
  }

  /** The first numbers of columns into buffers of the caller's, as many as these are long. One pass over the whole table, for it streams. */
  async firstNumbers(names: readonly string[], into: readonly Float64Array[]): Promise<void> {
    const most = into[0]?.length ?? 0;
    let at = 0;
    if (names.length === 0) return;
    await this.#table.readNumbers(
      names,
      {},
      ({ length, values }) => {
        const take = Math.min(length, most - at);
        if (take <= 0) return;
        for (let i = 0; i < names.length; i++) into[i]!.set(values[i]!.subarray(0, take), at);
        at += take;
      },
      this.#signal,
    );
  }

  /** Goes through the numbers of a column; nothing is held. */
  eachNumber(name: string, take: (value: number, row: number) => void): Promise<void> {
    let row = 0;
    return this.#eachRow([name], {}, ({ values }, i) => take(values[0]![i]!, row++));
  }

  /** Goes through the buckets and groups of a key, 0 where it has none; nothing is held. */
  eachKey(key: RowKey, take: (bucket: number, group: number) => void): Promise<void> {
    return this.#eachRow([], key, ({ buckets, groups }, i) => take(buckets?.[i] ?? 0, groups?.[i] ?? 0));
  }

  /** Codes of columns, held: 2 bytes a row and column; as `Table.readCodes`. Of some rows, all codes are read in as many goes as half of the budget takes. */
  async codes(names: readonly string[], limit: number): Promise<readonly CodedColumn[]> {
    const rows = this.#rows;
    const bytesOfAll = Math.max(1, Int16Array.BYTES_PER_ELEMENT * this.#table.info.rows);
    if (names.length === 0) return [];
    if (rows === null) {
      const coded = await this.#table.readCodes(names, limit, this.#signal);
      this.budget.hold(bytesOfAll * names.length);
      return coded;
    }
    const atOnce = Math.max(1, Math.floor(this.budget.bytes / 2 / bytesOfAll));
    const taken: CodedColumn[] = [];
    for (let from = 0; from < names.length; from += atOnce) {
      const some = names.slice(from, from + atOnce);
      this.budget.hold(bytesOfAll * some.length);
      try {
        for (const { name, values, codes } of await this.#table.readCodes(some, limit, this.#signal))
          taken.push({ name, values, codes: codesAt(codes, rows) });
      } finally {
        this.budget.release(bytesOfAll * some.length);
      }
      this.budget.hold(Int16Array.BYTES_PER_ELEMENT * rows.length * some.length);
    }
    return taken;
  }

  async #eachRow(names: readonly string[], key: RowKey, take: (batch: NumberBatch, i: number) => void): Promise<void> {
    const rows = this.#rows;
    let at = 0;
    let next = 0;
    await this.#table.readNumbers(
      names,
      key,
      (batch) => {
        if (rows === null) for (let i = 0; i < batch.length; i++) take(batch, i);
        else for (; next < rows.length && rows[next]! < at + batch.length; next++) take(batch, rows[next]! - at);
        at += batch.length;
      },
      this.#signal,
    );
  }
}

function codesAt(codes: Int16Array, rows: Uint32Array): Int16Array {
  const taken = new Int16Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = codes[rows[i]!]!;
  return taken;
}
