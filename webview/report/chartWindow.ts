import type { ChartWindow } from '../../src/core/charts/chart.ts';
import type { ColumnReport } from '../../src/core/report/report.ts';
import { type Page, windowName } from './pageContext.ts';

/** The window the drill-down of a column shows: the chosen chunk where the column has one, else the whole. */
export function chartWindow(page: Page, column: ColumnReport): ChartWindow {
  const chunk = column.chunks.some((cell) => cell.chunk === page.state.chunk) ? page.state.chunk : null;
  return { chunk, name: windowName(page, chunk) };
}
