import type { CancelSignal } from './cancelSignal.ts';
import type { CodedColumn } from './codedColumn.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { RowKey } from './rowKey.ts';
import type { RowQuery, RowsPage } from './rowsPage.ts';
import type { TableInfo } from './tableInfo.ts';
import type { ValueCounts } from './valueCounts.ts';

/** A batch of rows. Arrays may be reused by the reader after the sink returns: copy what you keep. */
export interface NumberBatch {
  readonly length: number;
  /** One array per requested column, `length` long; NaN for null, NaN, unreadable; ±Infinity kept. Booleans are 0 and 1, timestamps epoch milliseconds. */
  readonly values: readonly Float64Array[];
  /** Present when the key has `time` or `rows`. */
  readonly buckets: Int32Array | null;
  /** Present when the key has `group`, or `time` beside `rows`. */
  readonly groups: Int32Array | null;
}

/** A buffer of one value per row for a numeric column that is to be kept, or null. */
export type HoldNumbers = (column: string) => Float64Array | null;

/** A dataset opened for reading. Implemented by the engine; the core knows nothing of files. All calls reject with a DataError for data reasons and with an AbortError when the signal aborts. */
export interface Table {
  readonly info: TableInfo;
  /**
   * Profiles of all columns in file order; O(rows × columns), one pass where the format allows. Numeric columns are written to the buffers that
   * `hold` gives for them on the way, as `readNumbers` gives them; it is not asked when the profiles are known already.
   */
  profile(signal: CancelSignal, hold?: HoldNumbers): Promise<readonly ColumnProfile[]>;
  /** Streams columns (number, boolean or timestamp kind) in file order; never holds the table. Rejects when the stream ends short of `info.rows`. */
  readNumbers(columns: readonly string[], key: RowKey, sink: (batch: NumberBatch) => void, signal: CancelSignal): Promise<void>;
  /** Counts values of a text, boolean or number column per bucket and group. */
  countValues(column: string, key: RowKey, limit: number, signal: CancelSignal): Promise<ValueCounts>;
  /** Codes of text, boolean or number columns, 2 bytes a row and column; at most `limit` (up to 32,767) values a column keep a code of their own. */
  readCodes(columns: readonly string[], limit: number, signal: CancelSignal): Promise<readonly CodedColumn[]>;
  /** The same for several columns, in their order: those of few values are counted together. All counts are held at once; rejects when one of the columns cannot be counted. */
  countValuesTogether(columns: readonly string[], key: RowKey, limit: number, signal: CancelSignal): Promise<readonly ValueCounts[]>;
  /** Rows that repeat an earlier row in every column that is not nested, or null when counting them would not fit the memory limit. */
  countDuplicates(signal: CancelSignal): Promise<number | null>;
  /** A page of rows behind a bin, a category or the missing values of a column, in file order. Rejects with unknown_column, not_a_timestamp. */
  readRows(query: RowQuery, signal: CancelSignal): Promise<RowsPage>;
}
