import { isChinese } from '../format/language.ts';
import type { Report } from '../report/report.ts';
import type { ReportText } from '../report/reportText.ts';
import type { RichText } from '../report/richText.ts';
import { dataText } from '../words/dataText.ts';
import { columnOrder } from './columnOrder.ts';
import { escapeHtml } from './escapeHtml.ts';

/** Columns listed at most: a summary is read, not searched. */
const mostColumns = 50;

/** The finding, the datasets and the columns that moved, as plain HTML for readers without scripts. */
export function htmlSummary(report: Report, text: ReportText): string {
  const columns = columnOrder(report).filter((column) => column.verdict === 'alert' || column.verdict === 'watch');
  const label = (key: string): string => escapeHtml(text.labels[key] ?? key);
  const colon = isChinese(text.locale) ? '：' : ': ';
  return [
    `<h1>${richHtml(text.title)}</h1>`,
    `<p>${label('reference')} ${richHtml(text.reference)}<br>${label('current')} ${richHtml(text.current)}</p>`,
    ...(text.evaluation === null
      ? []
      : [text.evaluation.predictions, text.evaluation.performance, text.evaluation.estimate ?? [], text.evaluation.attribution]
          .filter((prose) => prose.length > 0)
          .map((prose) => `<p>${richHtml(prose)}</p>`)),
    ...(report.datasets.reference === null ? [] : [`<p>${richHtml(text.schema)}</p>`, `<p>${richHtml(text.drift)}</p>`]),
    '<ul>',
    ...columns.slice(0, mostColumns).map((column) => {
      const said = text.columns[column.name];
      if (said === undefined) return '';
      return `<li><code>${escapeHtml(dataText(column.name))}</code> ${escapeHtml(said.status)}${colon}${richHtml(said.headline)}</li>`;
    }),
    '</ul>',
  ].join('\n');
}

function richHtml(text: RichText): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return escapeHtml(piece);
      return 'strong' in piece ? `<strong>${escapeHtml(piece.strong)}</strong>` : `<code>${escapeHtml(piece.code)}</code>`;
    })
    .join('');
}
