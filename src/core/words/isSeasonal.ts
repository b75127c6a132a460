import type { ColumnReport } from '../report/report.ts';

/** Whether a column is only watched because its chunks moved no further than chunks of the reference itself do. */
export function isSeasonal(column: ColumnReport): boolean {
  return column.worst === 'watch' && column.cause === 'chunk' && column.chunks.some((cell) => cell.verdict === 'alert');
}
