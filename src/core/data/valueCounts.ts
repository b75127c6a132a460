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
