import { isChinese } from '../format/language.ts';
import type { ColumnReport, Report } from '../report/report.ts';
import type { ReportText } from '../report/reportText.ts';
import type { RichText } from '../report/richText.ts';
import { dataText } from '../words/dataText.ts';
import { bar } from './bar.ts';
import { chunkStrip } from './chunkStrip.ts';
import { columnOrder } from './columnOrder.ts';
import { cutToWidth, padLeft, padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { evaluationTextLines } from './evaluationTextLines.ts';
import { type Look, style } from './style.ts';
import { wrapRich } from './wrapRich.ts';

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

const barWidth = 6;
/** Longer lines of prose are hard to read, however wide the window. */
const proseWidth = 100;

/** A report for the terminal: finding, datasets, what was evaluated, remarks, columns worst first, moves over time, what was not tested, and how it was decided. */
export function renderText(report: Report, text: ReportText, options: TextOptions): string {
  const width = Math.max(40, options.width);
  const { color } = options;
  const prose = Math.min(width, proseWidth);
  const lines: string[] = [];
  const section = (title: string): void => void lines.push('', style(title, 'strong', color));
  const paragraph = (rich: RichText): void => {
    for (const line of wrapRich(rich, prose - 2, color)) lines.push(`  ${line}`);
  };

  lines.push(...wrapRich([{ strong: text.plainTitle }], prose, color), '');
  const sides = Math.max(displayWidth(label(text, 'reference')), displayWidth(label(text, 'current')));
  lines.push(...wrapRich([padRight(label(text, 'reference'), sides).replaceAll(' ', '\u00a0'), ' ', ...text.reference], width, color));
  lines.push(...wrapRich([padRight(label(text, 'current'), sides).replaceAll(' ', '\u00a0'), ' ', ...text.current], width, color));
  lines.push(style([text.chunking, text.profile, text.duration].join(' · '), 'quiet', color));

  if (report.evaluation !== null && text.evaluation !== null) {
    lines.push(...evaluationTextLines(report.evaluation, text.evaluation, prose, width, color));
    // Without a reference nothing was compared.
    if (report.reference === null) return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }

  section(label(text, 'schemaTitle'));
  paragraph(text.schema);
  for (const note of text.notes) {
    const [first = '', ...rest] = wrapRich(note.text, prose - 4, color);
    lines.push(
      `  ${style(note.glyph, note.level === 'info' ? 'quiet' : note.level, color)} ${first}`,
      ...rest.map((line) => `    ${line}`),
    );
  }

  section(report.time === null ? label(text, 'driftTitleNoTime') : label(text, 'driftTitle'));
  paragraph(text.drift);

  const columns = columnOrder(report);
  const tested = columns.filter((column) => column.verdict !== 'not_tested');
  if (tested.length > 0) {
    section(label(text, 'columnsTitle'));
    paragraph(text.columnsIntro);
    lines.push('', ...table(tested, text, width, color).map((line) => `  ${line}`));
  }
  const moved = tested.filter((column) => column.chunks.some((cell) => cell.verdict === 'alert'));
  if (moved.length > 0) {
    section(label(text, 'tabTime'));
    lines.push(...strips(moved, text, width - 2, color).map((line) => `  ${line}`));
  }
  const left = columns.filter((column) => column.verdict === 'not_tested');
  if (left.length > 0) {
    section(label(text, 'notTestedTitle').replace('{0}', String(left.length)));
    const nameWidth = Math.min(28, Math.max(...left.map((column) => displayWidth(dataText(column.name)))));
    for (const column of left) {
      const [first = '', ...rest] = wrapRich(text.columns[column.name]!.headline, prose - nameWidth - 4, color);
      lines.push(
        `  ${padRight(cutToWidth(dataText(column.name), nameWidth), nameWidth)}  ${first}`,
        ...rest.map((line) => ' '.repeat(nameWidth + 4) + line),
      );
    }
  }
  section(label(text, 'computedTitle'));
  for (const { term, text: body } of text.computed.slice(0, 3))
    paragraph([{ strong: isChinese(text.locale) ? `${term}：` : `${term}: ` }, ...body]);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function label(text: ReportText, key: string): string {
  return text.labels[key] ?? key;
}

interface Cell {
  readonly text: string;
  readonly look: Look;
  /** The text without a bar before it. */
  readonly bare?: string;
}

function table(columns: readonly ColumnReport[], text: ReportText, width: number, color: boolean): string[] {
  const most = Math.max(...columns.map((column) => Math.max(column.effect ?? 0, 2 * column.limit)));
  const heads = ['columnHead', 'verdictHead', 'movedHead', 'typicalHead', 'missingHead', 'qHead'].map((key) => label(text, key));
  const moved = Math.max(6, ...columns.map((column) => displayWidth(text.columns[column.name]!.moved)));
  let rows = columns.map((column): Cell[] => {
    const said = text.columns[column.name]!;
    const verdict = text.verdicts[column.verdict];
    // What cannot be told must not look fine.
    const look: Look = column.verdict === 'not_tested' || column.verdict === 'cannot_tell' ? 'quiet' : column.verdict;
    return [
      { text: `${dataText(column.name, 40)} ${said.kind}`, look: 'plain' },
      { text: column.verdict === 'cannot_tell' ? said.status : `${verdict.glyph} ${verdict.word}`, look },
      { text: `${bar(column.effect ?? 0, most, barWidth)} ${padLeft(said.moved, moved)}`, look: 'plain', bare: said.moved },
      { text: said.typical, look: 'plain' },
      { text: said.missing, look: 'plain' },
      { text: said.q, look: 'plain' },
    ];
  });
  const rightAligned = [false, false, true, true, true, true];
  const sizes = heads.map((head, i) => Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[i]!.text))));
  const shown = heads.map((_, i) => i);
  const over = (): number => shown.reduce((sum, i) => sum + sizes[i]! + 2, 0) - width;
  // In a narrow window typical values and names give way first, then whole columns that can be missed, then what stands behind a verdict.
  // Of "category: 10 % → 18 %" the numbers stay, and a letter or two of the name.
  const numbers = Math.max(0, ...rows.map((row) => (row[3]!.text.includes(': ') ? displayWidth(afterName(row[3]!.text)) + 2 : 0)));
  for (const [i, least] of [
    [3, Math.max(16, numbers)],
    [0, 24],
  ] as const) {
    if (over() > 0) sizes[i] = Math.max(Math.min(sizes[i]!, least), sizes[i]! - over());
  }
  // A bar repeats its number, a typical value does not.
  if (over() > 0) {
    rows = rows.map((row) => row.map((cell) => ({ ...cell, text: cell.bare ?? cell.text })));
    sizes[2] = Math.max(displayWidth(heads[2]!), moved);
  }
  for (const dropped of [3, 4]) if (over() > 0) shown.splice(shown.indexOf(dropped), 1);
  for (const [i, least] of [
    [1, 12],
    [0, 10],
  ] as const) {
    if (over() > 0) sizes[i] = Math.max(Math.min(sizes[i]!, least), sizes[i]! - over());
  }
  const line = (cells: readonly Cell[]): string =>
    shown
      .map((i) => {
        const cell = cells[i]!;
        const cut = i === 3 ? cutBeforeNumbers(cell.text, sizes[i]!) : cutToWidth(cell.text, sizes[i]!);
        return style(rightAligned[i] ? padLeft(cut, sizes[i]!) : padRight(cut, sizes[i]!), cell.look, color);
      })
      .join('  ');
  return [line(heads.map((head): Cell => ({ text: head, look: 'quiet' }))), ...rows.map(line)];
}

/** Cuts "category: 10 % → 18 %" in its name: the numbers are what is looked for. */
function cutBeforeNumbers(text: string, width: number): string {
  const colon = text.lastIndexOf(': ');
  const room = width - displayWidth(afterName(text));
  return colon < 0 || displayWidth(text) <= width || room < 2
    ? cutToWidth(text, width)
    : cutToWidth(text.slice(0, colon), room) + afterName(text);
}

function afterName(text: string): string {
  return text.slice(text.lastIndexOf(': '));
}

function strips(columns: readonly ColumnReport[], text: ReportText, width: number, color: boolean): string[] {
  const nameWidth = Math.min(28, Math.max(...columns.map((column) => displayWidth(dataText(column.name)))));
  const stripWidth = Math.max(10, Math.min(60, width - nameWidth - 30));
  const lines = columns.map((column) => {
    const when = text.columns[column.name]!.status.split(' · ')[1] ?? '';
    return `${padRight(cutToWidth(dataText(column.name), nameWidth), nameWidth)}  ${chunkStrip(column, stripWidth, color)}  ${when}`;
  });
  const first = text.chunkNames[0] ?? '';
  const last = text.chunkNames[text.chunkNames.length - 1] ?? '';
  return [...lines, style(`${' '.repeat(nameWidth)}  ${first} – ${last}`, 'quiet', color)];
}
