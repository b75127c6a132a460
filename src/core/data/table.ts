import type { CancelSignal } from './cancelSignal.ts';
import type { ColumnKind } from './columnKind.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { RowQuery, RowsPage } from './rowsPage.ts';

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly physicalType: string;
}

export interface TableFile {
  readonly path: string;
  readonly bytes: number;
}

/** What is known of a table without reading its values. */
export interface TableInfo {
  /** Short name for people: the file name, or the folder or glob. */
  readonly label: string;
  /** The path, glob or folder as given. */
  readonly path: string;
  readonly format: 'csv' | 'json' | 'parquet' | 'arrow';
  readonly files: readonly TableFile[];
  readonly rows: number;
  /** In file order. */
  readonly columns: readonly TableColumn[];
}

/**
 * How rows are put into buckets while they stream by. `group` may stand beside either of `time` and `rows`; `time` beside `rows` stands in the place of a group.
 * A bucket is the finest part that chunks and blocks are put together from.
 */
export interface RowKey {
  /** bucket (beside `rows`: group) = floor(epoch milliseconds of `column` / unitMs); rows without a time have -2147483648. */
  readonly time?: { readonly column: string; readonly unitMs: number };
  /** bucket = floor(row index in file order / size). */
  readonly rows?: { readonly size: number };
  /** group = stable hash of the value of `column`, modulo `buckets`; rows with a null group have group -1. */
  readonly group?: { readonly column: string; readonly buckets: number };
}

/** Bucket of a row that has no time. */
export const noBucket = -2147483648;

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

/** Counts of the values of one column. */
export interface ValueCounts {
  /** The `limit` most frequent non-null values as text, most frequent first (ties in text order). */
  readonly values: readonly string[];
  /** Sparse counts: entry i says that value `value[i]` (index into `values`, or -1 for all values beyond the limit, or -2 for null) stands `count[i]` times in bucket `bucket[i]`, group `group[i]`. */
  readonly value: Int32Array;
  readonly bucket: Int32Array;
  readonly group: Int32Array;
  readonly count: Float64Array;
  /** Distinct non-null values, beyond the limit too. */
  readonly distinct: number;
}

/** A column read row by row as codes of its most frequent values. */
export interface CodedColumn {
  readonly name: string;
  /** The most frequent non-null values as text, most frequent first (ties in text order). */
  readonly values: readonly string[];
  /** One code a row in file order: index into `values`, -1 for a value beyond them, -2 for null. */
  readonly codes: Int16Array;
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
