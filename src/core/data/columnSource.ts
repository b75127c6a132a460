import type { CancelSignal } from './cancelSignal.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { RowKey } from './rowKey.ts';
import type { RowQuery, RowsPage } from './rowsPage.ts';
import type { TableInfo } from './tableInfo.ts';
import type { ValueCounts } from './valueCounts.ts';

/** A numeric column that is asked for. */
export interface NumberQuestion {
  readonly name: string;
  /** Inner edges of the bins, ascending; or a number of bins that hold equal shares of this column itself: then the edges are part of the answer. */
  readonly bins: Float64Array | number;
}

/** What is asked of columns, all at once, so that a source can answer it with few scans. */
export interface StatisticsPlan {
  /** How rows fall into parts; without any key all rows are one. */
  readonly key: RowKey;
  /** Columns that are counted value by value; up to `limit` values of each are told apart. */
  readonly categories: { readonly names: readonly string[]; readonly limit: number };
  /** Columns that are counted bin by bin. */
  readonly numbers: readonly NumberQuestion[];
}

export interface CategoryStatistics {
  readonly kind: 'category';
  readonly name: string;
  readonly counts: ValueCounts;
}

export interface NumberStatistics {
  readonly kind: 'number';
  readonly name: string;
  /** The edges that were given, or found. */
  readonly edges: Float64Array;
  /** The parts that hold rows: the bucket and the group of each (0 where the key has none), and its rows, those without a value included. */
  readonly parts: { readonly bucket: Int32Array; readonly group: Int32Array; readonly rows: Float64Array };
  /** Finite values, parts × bins: bins are (−∞, e1], (e1, e2], …, (ek, ∞), one more than there are edges. */
  readonly counts: Float64Array;
  /** Rows of each part without a number (null, NaN, unreadable). */
  readonly missing: Float64Array;
  /** Of the finite values; NaN where undefined. `sd` has the divisor n − 1. */
  readonly moments: { readonly n: number; readonly mean: number; readonly sd: number; readonly min: number; readonly max: number };
}

export type ColumnStatistics = CategoryStatistics | NumberStatistics;

/**
 * A dataset that answers questions: the seam for engines that must not ship their rows. Chunks, blocks and verdicts are made of the answers, so an
 * engine must answer exactly:
 *
 * - `profile`: every field of every column, in the dataset's order; `distinct` exact up to 10,000.
 * - `statistics`: an answer for each column of the plan, categories first, each in the order asked. Counts are whole and exact. Infinite values are
 *   in no bin and not missing. −0 is 0. Edges that it finds are quantiles of type 7 (linear between order statistics, as NumPy's default) of all finite
 *   values at i / bins, equal ones merged. Time buckets are floor(epoch milliseconds / unitMs), those without a time `noBucket`; groups may be any
 *   numbers in [0, buckets) that keep the rows of one value together, −1 without a value. Values are counted as text, ranked by their count, ties in
 *   the order of code units. All answers of one call are of one state of the data.
 * - `rows`: at most a page, and the only call by which rows leave it.
 *
 * Calls reject with a DataError for reasons of the data and with the signal's reason when it aborts, and leave nothing running. `statistics` rejects
 * when one of the columns cannot be answered, without saying which: whoever asked asks again, one by one.
 */
export interface ColumnSource {
  readonly info: TableInfo;
  profile(signal: CancelSignal): Promise<readonly ColumnProfile[]>;
  statistics(plan: StatisticsPlan, signal: CancelSignal): AsyncIterable<ColumnStatistics>;
  rows(query: RowQuery, signal: CancelSignal): Promise<RowsPage>;
}
