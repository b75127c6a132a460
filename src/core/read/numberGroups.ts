import type { ColumnBudget } from './columnBudget.ts';
import { type ColumnLayout, SortSpace } from './sortedSide.ts';

/** Columns read by one query: enough to share the cost of a fetch, few enough to fit the memory. */
const mostColumnsPerGroup = 12;
/** Of small tables more are read at once, as planning a query costs more than its values: up to so many values, and so many columns. */
const smallGroupValues = 1_000_000;
const mostColumnsPerSmallGroup = 100;
/** Bins of a numeric column, and one more. */
const mostEdges = 12;

/**
 * How many numeric columns of both sides are read by one query, at least 1, so that they fit the budget beside what `lanes` threads sort in; and how
 * many such groups are held at a time.
 */
export function numberGroups(
  { reference, current }: { readonly reference: ColumnLayout; readonly current: ColumnLayout },
  columns: number,
  lanes: number,
  budget: ColumnBudget,
): { readonly size: number; readonly sets: number } {
  const columnBytes = Math.max(1, (reference.rows + current.rows) * 8);
  // Beside the room to sort in: the tables by day, of the values and of what is missing, and their running sums.
  const tables = 8 * 4 * mostEdges * (reference.blockCount + current.blockCount);
  const room = Math.floor((budget.bytes - lanes * (SortSpace.bytes(reference, current) + tables)) / columnBytes);
  const sets = lanes > 1 && room >= 4 ? 2 : 1;
  const small = Math.floor(smallGroupValues / Math.max(1, reference.rows + current.rows));
  const most = Math.max(mostColumnsPerGroup, Math.min(mostColumnsPerSmallGroup, small));
  return { size: Math.max(1, Math.min(most, Math.ceil(columns / sets), Math.floor(room / sets))), sets };
}
