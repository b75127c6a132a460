import type { RawColumn, RawTable } from '../rawTable.ts';
import type { ColumnSql } from '../table/columnSql.ts';

/** A column as it is on both sides. */
export interface Pair {
  readonly reference: { readonly raw: RawColumn; readonly column: ColumnSql };
  readonly current: { readonly raw: RawColumn; readonly column: ColumnSql };
}

/** What replaces columns of a side, by name. */
export interface Paired {
  readonly reference: Map<string, ColumnSql>;
  readonly current: Map<string, ColumnSql>;
}

/** The tables that pairs are of. */
export interface Tables {
  readonly reference: RawTable;
  readonly current: RawTable;
}

/** Rows on which most columns are ruled out. */
export const probeRows = 500;
export const columnsPerQuery = 100;
