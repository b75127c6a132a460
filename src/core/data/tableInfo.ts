import type { ColumnKind } from './columnKind.ts';

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
