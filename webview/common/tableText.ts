import { csvField, csvText } from '../../src/core/format/csvField.ts';
import { escapeMarkdown } from '../../src/core/format/escapeMarkdown.ts';

interface TableCell {
  readonly text: string;
  readonly numeric: boolean;
}

/** A table on screen as text to paste elsewhere: its words and figures, without links, pictures and empty columns. */
export function tableText(table: HTMLTableElement, format: 'csv' | 'markdown'): string {
  const rows = [...table.rows].map((row) => [...row.cells].map(cellOf));
  const width = Math.max(...rows.map((row) => row.length), 0);
  const kept = Array.from({ length: width }, (_, i) => i).filter((i) => rows.some((row) => (row[i]?.text ?? '') !== ''));
  const lines = rows.map((row) => kept.map((i) => row[i] ?? { text: '', numeric: false }));
  if (format === 'csv')
    return lines.map((line) => `${line.map(({ text, numeric }) => (numeric ? csvField(text) : csvText(text))).join(',')}\r\n`).join('');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const [head = [], ...body] = lines.map((cells) => cells.map(({ text }) => escapeMarkdown(text)));
  const sides = (lines.at(-1) ?? []).map(({ numeric }) => (numeric ? '--:' : '---'));
  return [line(head), line(sides), ...body.map(line)].join('');
}

function cellOf(cell: HTMLTableCellElement): TableCell {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll('.link, .unseen, svg')) element.remove();
  const numeric = cell.classList.contains('num') && cell.tagName === 'TD';
  return { text: (copy.textContent ?? '').replace(/[\s\u202f]+/g, ' ').trim(), numeric };
}
