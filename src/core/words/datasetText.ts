import { formatCount } from '../format/count.ts';
import { formatSpan } from '../format/span.ts';
import type { DatasetSummary } from '../report/report.ts';
import type { RichText } from '../report/richText.ts';
import { dataText } from './dataText.ts';
import { rich } from './rich.ts';
import type { Translate } from './translate.ts';

/** A dataset as it stands behind "Reference" or "Current": "reference.parquet 50,000 rows, Jan – Oct 2018"; null: there is none. */
export function datasetText(dataset: DatasetSummary | null, t: Translate, locale: string): RichText {
  if (dataset === null) return rich(t, 'none: predictions are evaluated by themselves');
  const label = { strong: dataText(dataset.label) };
  const rows = formatCount(dataset.rows, locale);
  const one = dataset.rows === 1;
  if (dataset.span === null) return one ? rich(t, '{0} 1 row', label) : rich(t, '{0} {1} rows', label, rows);
  const span = formatSpan(dataset.span.from, dataset.span.to, locale);
  return one ? rich(t, '{0} 1 row, {1}', label, span) : rich(t, '{0} {1} rows, {2}', label, rows, span);
}
