import type { ChunkCell, ColumnReport } from '../sections/drift/result.ts';
import type { ChartWindow } from './chart.ts';

/** The cell of a column in a window; null for the whole or when the column has none. */
export function windowCell(column: ColumnReport, window: ChartWindow): ChunkCell | null {
  if (window.chunk === null) return null;
  return column.chunks.find((cell) => cell.chunk === window.chunk) ?? null;
}

/** Share of each count in their sum; zeros when there is nothing. */
export function sharesOfCounts(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}
