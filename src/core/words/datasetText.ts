import { formatCount } from '../format/count.ts';
import { formatSpan } from '../format/span.ts';
import type { DatasetSummary } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { dataText } from './dataText.ts';
import { rich } from './rich.ts';
import type { Translate } from './translate.ts';

/** "Reference reference.parquet 50,000 rows, Jan – Oct 2018". */
export function datasetText(dataset: DatasetSummary, side: 'reference' | 'current', t: Translate, locale: string): RichText {
  const label = { strong: dataText(dataset.label) };
  const rows = formatCount(dataset.rows, locale);
  const span = dataset.span === null ? null : formatSpan(dataset.span.from, dataset.span.to, locale);
  const one = dataset.rows === 1;
  if (side === 'reference') {
    if (span === null) return one ? rich(t, 'Reference {0} 1 row', label) : rich(t, 'Reference {0} {1} rows', label, rows);
    return one ? rich(t, 'Reference {0} 1 row, {1}', label, span) : rich(t, 'Reference {0} {1} rows, {2}', label, rows, span);
  }
  if (span === null) return one ? rich(t, 'Current {0} 1 row', label) : rich(t, 'Current {0} {1} rows', label, rows);
  return one ? rich(t, 'Current {0} 1 row, {1}', label, span) : rich(t, 'Current {0} {1} rows, {2}', label, rows, span);
}
