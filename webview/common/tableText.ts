import type { ChartTable } from '../../src/core/charts/chart.ts';
import { csvField, csvText, withoutFormula } from '../../src/core/format/csvField.ts';
import { escapeMarkdown } from '../../src/core/format/escapeMarkdown.ts';
import { visibleCharacters } from '../../src/core/format/visibleCharacters.ts';

/** Ways a table is written as text. TSV is what a spreadsheet takes from the clipboard. */
export type TableFormat = 'csv' | 'tsv' | 'markdown';

interface TableCell {
  readonly text: string;
  readonly numeric: boolean;
}

/** A table on screen as text to paste elsewhere: its words and figures, without links, pictures and empty columns. */
export function tableText(table: HTMLTableElement, format: TableFormat): string {
  // A row that was opened holds another table, with a way of its own to be read.
  const rows = [...table.rows].filter((row) => !row.classList.contains('groups')).map((row) => [...row.cells].map(cellOf));
  const width = Math.max(...rows.map((row) => row.length), 0);
  // Pictures have a head and nothing below it.
  const body = rows.length > 1 ? rows.slice(1) : rows;
  const kept = Array.from({ length: width }, (_, i) => i).filter((i) => body.some((row) => (row[i]?.text ?? '') !== ''));
  return written(
    rows.map((row) => kept.map((i) => row[i] ?? { text: '', numeric: false })),
    format,
  );
}

/** The table twin of a chart as text, whether or not it is on screen. */
export function chartTableText({ head, numeric, rows }: ChartTable, format: TableFormat): string {
  const heads = head.map((text) => ({ text: plain(text), numeric: false }));
  return written([heads, ...rows.map((row) => row.map((text, i) => ({ text: plain(text), numeric: numeric[i] === true })))], format);
}

function written(lines: readonly (readonly TableCell[])[], format: TableFormat): string {
  if (format === 'csv') {
    return lines.map((line) => `${line.map(({ text, numeric }) => (numeric ? csvField(text) : csvText(text))).join(',')}\r\n`).join('');
  }
  if (format === 'tsv') {
    // Cells hold no tabs and line ends: white space is single spaces by now.
    return lines.map((line) => `${line.map(({ text, numeric }) => (numeric ? text : pasted(text))).join('\t')}\r\n`).join('');
  }
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const [head = [], ...body] = lines.map((cells) => cells.map(({ text }) => escapeMarkdown(text)));
  const sides = (lines.at(-1) ?? []).map(({ numeric }) => (numeric ? '--:' : '---'));
  return [line(head), line(sides), ...body.map(line)].join('');
}

/** No formula, and no quote at the start: it would open a quoted cell. */
function pasted(text: string): string {
  return text.startsWith('"') ? `'${withoutFormula(text)}` : withoutFormula(text);
}

function cellOf(cell: HTMLTableCellElement): TableCell {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll('.link, .unseen, .expander > [aria-hidden], svg')) element.remove();
  const numeric = cell.classList.contains('num') && cell.tagName === 'TD';
  return { text: plain(copy.textContent ?? ''), numeric };
}

/** On one line, and harmless in a terminal. */
function plain(text: string): string {
  return visibleCharacters(text.replace(/[\s\u202f]+/g, ' ').trim());
}
