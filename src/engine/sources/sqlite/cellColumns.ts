import { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, type DuckDBVector, VARCHAR } from '@duckdb/node-api';
import { type CellCounts, type CellStore, noCells } from './columnPlan.ts';
import { cellKind, type SqliteRow } from './sqliteRow.ts';

const types: Readonly<Record<NonNullable<CellStore['type']>, DuckDBType>> = { DOUBLE, BIGINT, VARCHAR };
/** A number as SQLite itself would take it from a text. */
const plainNumber = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

type Value = number | bigint | string | null;

/** Collects the cells of one column, chunk by chunk, and counts what they are. */
export class CellCollector {
  readonly counts: CellCounts = noCells();
  /** Bytes of its texts and blobs. */
  bytes = 0;
  /** Texts that are no UTF-8. */
  misspelled = 0;
  readonly #column: number;
  readonly #store: CellStore;
  readonly #values: Value[] = [];
  readonly #unread: boolean[] = [];

  constructor(column: number, store: CellStore) {
    this.#column = column;
    this.#store = store;
  }

  /** The types of what `write` fills. */
  get types(): readonly DuckDBType[] {
    const { type, doubtful } = this.#store;
    return type === null ? [] : [types[type], ...(doubtful ? [BOOLEAN] : [])];
  }

  /** Takes the cell of a row as the `at`th of the chunk; only counts it where `keep` is false. */
  take(row: SqliteRow, at: number, keep: boolean): void {
    const { counts } = this;
    const column = this.#column;
    const kind = row.kind(column);
    let value: Value = null;
    let unread = false;
    const asText = this.#store.type === 'VARCHAR';
    switch (kind) {
      case cellKind.integer: {
        const number = row.number(column);
        const large = !Number.isSafeInteger(number);
        if (large) counts.large++;
        else counts.integers++;
        this.#measure(number);
        if (asText) value = large ? String(row.integer(column)) : String(number);
        else if (this.#store.type === 'BIGINT') value = row.integer(column);
        else value = number;
        break;
      }
      case cellKind.real: {
        const number = row.number(column);
        counts.reals++;
        this.#measure(number);
        if (asText) value = String(number);
        // The column is read again when it holds such: see `cellStore`.
        else value = this.#store.type === 'BIGINT' ? null : number;
        break;
      }
      case cellKind.text: {
        counts.texts++;
        this.bytes += row.bytes(column);
        if (!keep || this.#store.type === null) break;
        const { text, spelled } = row.text(column);
        if (!spelled) this.misspelled++;
        if (asText) value = text;
        else if (this.#store.type === 'DOUBLE' && plainNumber.test(text.trim())) value = Number(text);
        else unread = true;
        break;
      }
      case cellKind.blob:
        counts.blobs++;
        this.bytes += row.bytes(column);
        unread = true;
        break;
      default:
    }
    if (!keep) return;
    this.#values[at] = value;
    this.#unread[at] = unread;
  }

  #measure(number: number): void {
    if (number < this.counts.least) this.counts.least = number;
    if (number > this.counts.most) this.counts.most = number;
  }

  /** Writes the first `length` cells that were taken into vectors of `types`. */
  write(vectors: readonly DuckDBVector[], length: number): void {
    const [target, doubt] = vectors as unknown as readonly {
      items: Float64Array | BigInt64Array;
      setItem(at: number, value: unknown): void;
    }[];
    const direct = this.#store.type === 'DOUBLE' || this.#store.type === 'BIGINT' ? target!.items : null;
    for (let i = 0; i < length; i++) {
      const value = this.#values[i] ?? null;
      if (direct === null || value === null) target!.setItem(i, value);
      else direct[i] = value as never;
      doubt?.setItem(i, this.#unread[i]);
    }
  }
}
