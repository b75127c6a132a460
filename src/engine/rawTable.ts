import type { ColumnKind } from '../core/data/columnKind.ts';
import type { TableInfo } from '../core/data/tableInfo.ts';
import type { Reading } from './types/reading.ts';

/** A column as it stands in DuckDB after opening, under a safe name. */
export interface RawColumn {
  readonly name: string;
  /** SQL of its value within the relation: `c7`, or NULL for a column that is only listed. */
  readonly sql: string;
  /** DuckDB's type of that value. */
  readonly type: string;
  readonly kind: ColumnKind;
  readonly physicalType: string;
  /** The values still are the texts of the file and may be read as something else (text of Parquet, JSON, Arrow). */
  readonly readable: boolean;
  /** How its texts were read while loading (CSV), or null. */
  readonly reading: Reading | null;
  /** SQL condition: there was a value that could not be read; null when nothing was read. */
  readonly bad: string | null;
  /** Whether the texts its times were read from said their zone (CSV); null: they had no time of day. */
  readonly zoned?: boolean | null;
}

/** A dataset as a DuckDB table or view, before types are settled between the two sides. */
export interface RawTable {
  readonly relation: string;
  readonly columns: readonly RawColumn[];
  readonly rows: number;
  /** SQL of the row's index in file order, or null where it takes a window over the whole relation. */
  readonly rowIndex: string | null;
  readonly source: Pick<TableInfo, 'label' | 'path' | 'format' | 'files'>;
  /** Set when the files are read in place on every query. */
  readonly inPlace: boolean;
}
