import { DataError } from '../core/data/dataError.ts';

/** Columns of a dataset at most: planning a statement takes time for each, in which no cancel is heard. */
const mostColumns = 20_000;

/** Throws too_many_columns. */
export function boundColumns(columns: number, file: string): void {
  if (columns > mostColumns) throw new DataError('too_many_columns', { file, found: String(columns), expected: String(mostColumns) });
}
