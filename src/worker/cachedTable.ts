import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { CodedColumn } from '../core/data/codedColumn.ts';
import type { ColumnProfile } from '../core/data/columnProfile.ts';
import type { RowKey } from '../core/data/rowKey.ts';
import type { RowQuery, RowsPage } from '../core/data/rowsPage.ts';
import type { HoldNumbers, NumberBatch, Table } from '../core/data/table.ts';
import type { TableInfo } from '../core/data/tableInfo.ts';
import type { ValueCounts } from '../core/data/valueCounts.ts';

/** A table that remembers what does not depend on the choices of a run: profiles and duplicates. */
export class CachedTable implements Table {
  readonly info: TableInfo;
  readonly #table: Table;
  #profiles: readonly ColumnProfile[] | undefined;
  #duplicates: number | null | undefined;

  constructor(table: Table) {
    this.#table = table;
    this.info = table.info;
  }

  async profile(signal: CancelSignal, hold?: HoldNumbers): Promise<readonly ColumnProfile[]> {
    this.#profiles ??= await this.#table.profile(signal, hold);
    return this.#profiles;
  }

  async countDuplicates(signal: CancelSignal): Promise<number | null> {
    if (this.#duplicates === undefined) this.#duplicates = await this.#table.countDuplicates(signal);
    return this.#duplicates;
  }

  readNumbers(columns: readonly string[], key: RowKey, sink: (batch: NumberBatch) => void, signal: CancelSignal): Promise<void> {
    return this.#table.readNumbers(columns, key, sink, signal);
  }

  countValues(column: string, key: RowKey, limit: number, signal: CancelSignal): Promise<ValueCounts> {
    return this.#table.countValues(column, key, limit, signal);
  }

  readCodes(columns: readonly string[], limit: number, signal: CancelSignal): Promise<readonly CodedColumn[]> {
    return this.#table.readCodes(columns, limit, signal);
  }

  countValuesTogether(columns: readonly string[], key: RowKey, limit: number, signal: CancelSignal): Promise<readonly ValueCounts[]> {
    return this.#table.countValuesTogether(columns, key, limit, signal);
  }

  readRows(query: RowQuery, signal: CancelSignal): Promise<RowsPage> {
    return this.#table.readRows(query, signal);
  }
}
