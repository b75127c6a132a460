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
