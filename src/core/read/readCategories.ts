import type { CancelSignal } from '../data/cancelSignal.ts';
import type { ColumnSource } from '../data/columnSource.ts';
import type { RowKey } from '../data/rowKey.ts';
import type { ValueCounts } from '../data/valueCounts.ts';
import { type CategoryTable, categoryTable } from './categoryTable.ts';
import type { RowLayout } from './chunks/rowLayout.ts';
import type { ColumnSources } from './columnSources.ts';
import { mostCategories } from './valueBatches.ts';

/** How the rows of both sides fall into parts, and these into chunks and blocks. */
export interface LaidRows {
  readonly keys: { readonly reference: RowKey; readonly current: RowKey };
  readonly layouts: { readonly reference: RowLayout; readonly current: RowLayout };
}

/** Asks both sources for the counts of columns, all of them at once, and joins them. Rejects when one of the columns cannot be counted. */
export async function readCategories(
  names: readonly string[],
  { reference, current }: ColumnSources,
  { keys, layouts }: LaidRows,
  signal: CancelSignal,
): Promise<readonly CategoryTable[]> {
  const past = await countsOf(reference, names, keys.reference, signal);
  const now = await countsOf(current, names, keys.current, signal);
  return names.map((_, i) => categoryTable(past[i]!, now[i]!, layouts.reference, layouts.current));
}

async function countsOf(
  source: ColumnSource,
  names: readonly string[],
  key: RowKey,
  signal: CancelSignal,
): Promise<readonly ValueCounts[]> {
  const counts: ValueCounts[] = [];
  for await (const column of source.statistics({ key, categories: { names, limit: mostCategories }, numbers: [] }, signal))
    if (column.kind === 'category') counts.push(column.counts);
  return counts;
}
