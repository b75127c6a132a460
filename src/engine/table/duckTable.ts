import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import type { CodedColumn } from '../../core/data/codedColumn.ts';
import type { ColumnProfile } from '../../core/data/columnProfile.ts';
import type { RowKey } from '../../core/data/rowKey.ts';
import type { RowQuery, RowsPage } from '../../core/data/rowsPage.ts';
import type { HoldNumbers, NumberBatch, Table } from '../../core/data/table.ts';
import type { TableInfo } from '../../core/data/tableInfo.ts';
import type { ValueCounts } from '../../core/data/valueCounts.ts';
import { countDuplicates } from './countDuplicates.ts';
import { countFewValues } from './countFewValues.ts';
import { countValues, manyValues } from './countValues.ts';
import { profileColumns } from './profile.ts';
import { readCodes } from './readCodes.ts';
import { readNumbers } from './readNumbers.ts';
import { readRows } from './readRows.ts';
import type { Relation } from './relation.ts';

/** A dataset in DuckDB, whatever format it came from. */
export class DuckTable implements Table {
  readonly info: TableInfo;
  readonly #relation: Relation;
  readonly #budgetBytes: number;
  #profiles: readonly ColumnProfile[] | null = null;

  constructor(relation: Relation, source: Pick<TableInfo, 'label' | 'path' | 'format' | 'files'>, budgetBytes: number) {
    this.#relation = relation;
    this.#budgetBytes = budgetBytes;
    const columns = relation.columns.map(({ name, kind, physicalType }) => ({ name, kind, physicalType }));
    this.info = { ...source, rows: relation.rows, columns };
  }

  async profile(signal: CancelSignal, hold: HoldNumbers = () => null): Promise<readonly ColumnProfile[]> {
    this.#profiles = await profileColumns(this.#relation, signal, hold);
    return this.#profiles;
  }

  async readNumbers(columns: readonly string[], key: RowKey, sink: (batch: NumberBatch) => void, signal: CancelSignal): Promise<void> {
    await readNumbers(this.#relation, columns.map(this.#relation.find), key, sink, signal);
  }

  async countValues(column: string, key: RowKey, limit: number, signal: CancelSignal): Promise<ValueCounts> {
    return countValues(this.#relation, this.#relation.find(column), key, limit, signal);
  }

  readCodes(columns: readonly string[], limit: number, signal: CancelSignal): Promise<readonly CodedColumn[]> {
    return readCodes(this.#relation, columns.map(this.#relation.find), limit, signal);
  }

  async countValuesTogether(columns: readonly string[], key: RowKey, limit: number, signal: CancelSignal): Promise<readonly ValueCounts[]> {
    const distinct = new Map(this.#profiles?.map((profile) => [profile.name, profile.distinct]));
    const few = columns.filter((name) => (distinct.get(name) ?? Number.POSITIVE_INFINITY) <= manyValues);
    const together = await countFewValues(this.#relation, few.map(this.#relation.find), key, limit, signal);
    const counts = new Map(few.map((name, i) => [name, together[i] as ValueCounts]));
    for (const name of columns) if (!counts.has(name)) counts.set(name, await this.countValues(name, key, limit, signal));
    return columns.map((name) => counts.get(name) as ValueCounts);
  }

  countDuplicates(signal: CancelSignal): Promise<number | null> {
    return countDuplicates(this.#relation, this.#relation.columns, this.#profiles, this.#budgetBytes, signal);
  }

  readRows(query: RowQuery, signal: CancelSignal): Promise<RowsPage> {
    return readRows(this.#relation, query, signal);
  }
}
