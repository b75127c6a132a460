import { escapeMarkdown } from '../format/escapeMarkdown.ts';
import { isChinese } from '../format/language.ts';
import { evaluationOf } from '../report/evaluationOf.ts';
import type { Report } from '../report/report.ts';
import type { ReportText } from '../report/reportText.ts';
import { dataText } from '../words/dataText.ts';
import { columnOrder } from './columnOrder.ts';
import { evaluationMarkdown } from './evaluationMarkdown.ts';
import { bold, codeSpan, markdownRich } from './markdownRich.ts';

/** A report as a Markdown document that GitHub, GitLab and editors show alike; nothing in the data can become markup. */
export function renderMarkdown(report: Report, text: ReportText): string {
  const label = (key: string): string => escapeMarkdown(text.labels[key] ?? key);
  const lines: string[] = [`# ${markdownRich(text.title)}`, ''];
  lines.push(`- ${label('reference')} ${markdownRich(text.reference)}`, `- ${label('current')} ${markdownRich(text.current)}`);
  lines.push(`- ${escapeMarkdown([text.chunking, text.profile, text.duration].join(' · '))}`, '');
  const evaluation = evaluationOf(report);
  if (evaluation !== null && text.evaluation !== null) {
    lines.push(...evaluationMarkdown(evaluation, text.evaluation));
    // Without a reference nothing was compared.
    if (report.datasets.reference === null) return `${lines.join('\n')}\n`;
  }
  lines.push(`## ${label('schemaTitle')}`, '', markdownRich(text.schema), '');
  if (text.notes.length > 0) lines.push(...text.notes.map((note) => `- ${note.glyph} ${markdownRich(note.text)}`), '');
  lines.push(`## ${report.time === null ? label('driftTitleNoTime') : label('driftTitle')}`, '', markdownRich(text.drift), '');

  const columns = columnOrder(report);
  const tested = columns.filter((column) => column.verdict !== 'not_tested');
  if (tested.length > 0) {
    lines.push(`## ${label('columnsTitle')}`, '', markdownRich(text.columnsIntro), '');
    const heads = ['columnHead', 'verdictHead', 'movedHead', 'typicalHead', 'missingHead', 'qHead'].map(label);
    lines.push(row(heads), row(['---', '---', '--:', '--:', '--:', '--:']));
    for (const column of tested) {
      const said = text.columns[column.name]!;
      lines.push(
        row([
          `${cellCode(column.name)} ${escapeMarkdown(said.kind)}`,
          escapeMarkdown(said.status),
          escapeMarkdown(said.moved),
          escapeMarkdown(said.typical),
          escapeMarkdown(said.missing),
          escapeMarkdown(said.q),
        ]),
      );
    }
    lines.push('');
  }
  const left = columns.filter((column) => column.verdict === 'not_tested');
  if (left.length > 0) {
    lines.push(`## ${escapeMarkdown((text.labels.notTestedTitle ?? '').replace('{0}', String(left.length)))}`, '');
    lines.push(...left.map((column) => `- ${codeSpan(dataText(column.name))}: ${markdownRich(text.columns[column.name]!.headline)}`), '');
  }
  lines.push(`## ${label('computedTitle')}`, '');
  for (const { term, text: body } of text.computed)
    lines.push(`- ${bold(term)}${isChinese(text.locale) ? '：' : ': '}${markdownRich(body)}`);
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A column name in a table cell: a pipe parts cells even inside a code span. */
function cellCode(name: string): string {
  return codeSpan(dataText(name)).replace(/\|/g, '\\|');
}
