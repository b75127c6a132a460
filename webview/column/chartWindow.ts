import type { ChartWindow } from '../../src/core/charts/chart.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { rangeWithin } from '../heatmap/chunkRange.ts';
import { type Page, windowName } from '../report/pageContext.ts';

/** The window the drill-down of a column shows: the chosen chunk where the column has one, else the whole; and the range of chunks looked at. */
export function chartWindow(page: Page, column: ColumnReport): ChartWindow {
  const chunk = column.chunks.some((cell) => cell.chunk === page.state.chunk) ? page.state.chunk : null;
  const range = rangeWithin(page.state.range, page.report.time?.chunks.length ?? 0);
  return { chunk, name: windowName(page, chunk), range };
}
