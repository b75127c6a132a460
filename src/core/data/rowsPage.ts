/** Which rows of a column are asked for: `range` is from ≤ value < to (null: open), both finite. */
export type RowSelection =
  | { readonly kind: 'range'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'category'; readonly value: string }
  | { readonly kind: 'missing' };

/** A part of the file: times (epoch milliseconds, `to` exclusive) or row indices (`to` exclusive). */
export type RowWindow =
  | { readonly kind: 'time'; readonly column: string; readonly from: number; readonly to: number }
  | { readonly kind: 'rows'; readonly from: number; readonly to: number };

export interface RowQuery {
  readonly column: string;
  readonly selection: RowSelection;
  readonly window: RowWindow | null;
  readonly offset: number;
  /** At most 100. */
  readonly limit: number;
}

/** A page of rows behind a bin or a category, in file order, every value as text cut to 200 characters. */
export interface RowsPage {
  /** The column asked for first, then the others in file order; at most 50. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** 1-based numbers of the rows in the dataset, in file order. */
  readonly rowNumbers: readonly number[];
  /** Rows that match in all. */
  readonly total: number;
}
