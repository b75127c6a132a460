import type { TableInfo } from '../../../data/tableInfo.ts';
import type { DatasetSummary } from '../../../report/report.ts';

/** What a report says of a dataset. */
export function datasetSummary(info: TableInfo, span: DatasetSummary['span'], duplicates: number | null): DatasetSummary {
  const { label, path, format, files, rows, columns } = info;
  return { label, path, format, files, rows, columns: columns.length, span, duplicates };
}
