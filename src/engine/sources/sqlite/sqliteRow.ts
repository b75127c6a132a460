import type { CellFunctions, SqliteModule } from './sqliteModule.ts';

/** What a cell holds, whatever its column was declared as: SQLite's numbers of its kinds of values. */
export const cellKind = { integer: 1, real: 2, text: 3, blob: 4, null: 5 } as const;

/** A text of a cell; `spelled`: its bytes are UTF-8, else they were read as Latin-1. */
export interface CellText {
  readonly text: string;
  readonly spelled: boolean;
}

/** Shorter texts than this are put together letter by letter: that is faster than to ask the decoder. */
const shortText = 12;

/** A row of a statement, read cell by cell. */
export class SqliteRow {
  readonly #statement: number;
  readonly #cells: CellFunctions;
  readonly #wasm: SqliteModule['wasm'];
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #latin1 = new TextDecoder('windows-1252');
  #heap: Uint8Array = new Uint8Array();

  constructor({ cells, wasm }: SqliteModule, statement: number) {
    this.#statement = statement;
    this.#cells = cells;
    this.#wasm = wasm;
  }

  /** One of `cellKind`; to be asked before the value is. */
  kind(column: number): number {
    return this.#cells.sqlite3_column_type(this.#statement, column);
  }

  number(column: number): number {
    return this.#cells.sqlite3_column_double(this.#statement, column);
  }

  integer(column: number): bigint {
    return this.#cells.sqlite3_column_int64(this.#statement, column);
  }

  /** Bytes of a text or blob. */
  bytes(column: number): number {
    return this.#cells.sqlite3_column_bytes(this.#statement, column);
  }

  text(column: number): CellText {
    const from = this.#cells.sqlite3_column_text(this.#statement, column);
    const length = this.#cells.sqlite3_column_bytes(this.#statement, column);
    // The memory may have grown, which leaves earlier views of it empty.
    if (this.#heap.length === 0) this.#heap = this.#wasm.heap8u();
    if (length <= shortText) {
      let text = '';
      let at = 0;
      for (; at < length; at++) {
        const byte = this.#heap[from + at]!;
        if (byte > 127) break;
        text += String.fromCharCode(byte);
      }
      if (at === length) return { text, spelled: true };
    }
    const bytes = this.#heap.subarray(from, from + length);
    try {
      return { text: this.#utf8.decode(bytes), spelled: true };
    } catch {
      return { text: this.#latin1.decode(bytes), spelled: false };
    }
  }
}
