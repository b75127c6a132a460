import type { ChartWindow, ChartWords } from '../../../charts/chart.ts';
import { sharesOfCounts, windowCell } from '../../../charts/window.ts';
import type { RowSelection } from '../../../data/rowsPage.ts';
import type { ColumnReport } from '../result.ts';
import { binName } from './binName.ts';
import { binSelection } from './binSelection.ts';
import { categoryNames } from './categoryNames.ts';

/** A bin or category, or the missing values, on both sides. */
export interface WhereRow {
  readonly name: string;
  /** The rows behind it; null for what is left of many categories. */
  readonly selection: RowSelection | null;
  /** Shares of usable rows; of all rows for the missing values. */
  readonly reference: number;
  readonly current: number;
  /** current − reference. */
  readonly change: number;
  /** Rows of current in the window; null when they were not counted. */
  readonly rows: number | null;
}

/** Where a column moved in a window: its bins or categories and its missing values, largest change first. Empty when nothing was counted. */
export function whereRows(column: ColumnReport, window: ChartWindow, words: ChartWords): WhereRow[] {
  const rows = [...countedRows(column, window, words), ...missingRow(column, window, words)];
  return rows.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

function countedRows(column: ColumnReport, window: ChartWindow, words: ChartWords): WhereRow[] {
  const { histogram, categories } = column;
  const counts = windowCell(column, window)?.counts;
  if (histogram !== null) {
    return compared(histogram.reference, counts ?? histogram.current, (index) => ({
      name: binName(histogram, index, words, column),
      selection: binSelection(histogram, index),
    }));
  }
  if (categories === null) return [];
  const { other, values } = categories;
  const names = categoryNames(categories, words);
  const current = counts ?? [...values.map((entry) => entry.current), other.current];
  const rows = compared([...values.map((entry) => entry.reference), other.reference], current, (index) => {
    const entry = values[index];
    return entry === undefined
      ? { name: names.others(other.categories), selection: null }
      : { name: names.of[index]!, selection: { kind: 'category', value: entry.value } };
  });
  return other.categories > 0 ? rows : rows.slice(0, values.length);
}

function compared(
  reference: readonly number[],
  current: readonly number[],
  named: (index: number) => { readonly name: string; readonly selection: RowSelection | null },
): WhereRow[] {
  const before = sharesOfCounts(reference);
  const after = sharesOfCounts(reference.map((_, index) => current[index] ?? 0));
  return before.map((share, index) => ({
    ...named(index),
    reference: share,
    current: after[index]!,
    change: after[index]! - share,
    rows: current[index] ?? 0,
  }));
}

function missingRow(column: ColumnReport, window: ChartWindow, { labels }: ChartWords): WhereRow[] {
  const { missing } = column;
  const cell = windowCell(column, window);
  const reference = missing.reference.share;
  const current = cell === null ? missing.current.share : cell.missingShare;
  if (reference === 0 && current === 0) return [];
  const rows = cell === null ? missing.current.nulls + missing.current.nans : Math.round(cell.missingShare * cell.rows);
  return [{ name: labels.missingShare, selection: { kind: 'missing' }, reference, current, change: current - reference, rows }];
}
