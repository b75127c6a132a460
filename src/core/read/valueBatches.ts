import type { ColumnProfile } from '../data/columnProfile.ts';
import { mostFolded } from '../stats/samples/foldCategories.ts';
import type { RowLayout } from './chunks/rowLayout.ts';

/** Counts (values × parts, of both sides) and columns of categories that are read at once. */
const mostCountsPerBatch = 500_000;
/** Places of the tables by chunk and by day that these counts are put into, 8 bytes each: most are empty where few rows lie in many days. */
const mostPlacesPerBatch = 3_000_000;
const mostColumnsPerBatch = 48;
/** Categories read per column; the rest counts as one. */
export const mostCategories = 5000;

/** A column whose values are counted; a side that was not profiled may hold as many as are told apart. */
export interface BatchedColumn {
  readonly name: string;
  readonly reference: ColumnProfile | null;
  readonly current: ColumnProfile | null;
}

/** Columns whose values are counted together: as many as hold few counts and fill small tables, else one alone. */
export function valueBatches(
  columns: readonly BatchedColumn[],
  layouts: { readonly reference: RowLayout; readonly current: RowLayout },
): string[][] {
  const batches: string[][] = [];
  let room = 0;
  let space = 0;
  for (const column of columns) {
    const filled = places(column, layouts.reference) + places(column, layouts.current);
    const needed = counts(column.reference, layouts.reference) + counts(column.current, layouts.current);
    const last = batches.at(-1);
    if (last === undefined || needed > room || filled > space || last.length === mostColumnsPerBatch) {
      batches.push([column.name]);
      room = mostCountsPerBatch - needed;
      space = mostPlacesPerBatch - filled;
    } else {
      last.push(column.name);
      room -= needed;
      space -= filled;
    }
  }
  return batches;
}

/** Counts that the reader may answer with for one side of a column. */
function counts(profile: ColumnProfile | null, { rows, chunkOfPart }: RowLayout): number {
  return Math.min(rows, Math.min(profile?.distinct ?? mostCategories, mostCategories) * chunkOfPart.length);
}

/** Places of the tables that a column is put into on one side. */
function places({ reference, current }: BatchedColumn, { rowsPerChunk, blockCount }: RowLayout): number {
  const distinct = Math.min((reference?.distinct ?? mostCategories) + (current?.distinct ?? mostCategories), 2 * mostCategories);
  return distinct * rowsPerChunk.length + mostFolded * blockCount;
}
