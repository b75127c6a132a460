import type { Table } from '../../../data/table.ts';
import type { DatasetSummary } from '../../../report/report.ts';

/** What a report says of a dataset. */
export function datasetSummary(table: Table, span: DatasetSummary['span'], duplicates: number | null): DatasetSummary {
  const { label, path, format, files, rows, columns } = table.info;
  return { label, path, format, files, rows, columns: columns.length, span, duplicates };
}
