import type { Cell, TableBlock } from '../report/block.ts';
import { dataText } from '../words/dataText.ts';
import { bar } from './bar.ts';
import { cutToWidth, padLeft, padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { style } from './style.ts';

const barWidth = 6;
/** Names of columns are cut to this many characters in any table. */
const mostName = 40;

/** A table as lines of at most `width` columns, as far as its parts give way: cells are brief, then columns are cut and dropped as the block says. */
export function tableLines({ heads, rows, squeeze }: TableBlock, width: number, color: boolean): string[] {
  const figure = heads.map((_, i) => Math.max(barWidth, ...rows.map((row) => displayWidth(row[i]!.text))));
  const texts = (brief: boolean): string[][] => rows.map((row) => row.map((cell, i) => cellText(cell, brief, figure[i]!)));
  const sizesOf = (cells: readonly (readonly string[])[]): number[] =>
    heads.map((head, i) => Math.max(displayWidth(head.text), ...cells.map((row) => displayWidth(row[i]!))));
  const full = texts(false);
  let cells = sizesOf(full).reduce((sum, size) => sum + size + 2, -2) > width ? texts(true) : full;
  const sizes = sizesOf(cells);
  const shown = heads.map((_, i) => i);
  const numbersKept = new Set<number>();
  const over = (): number => shown.reduce((sum, i) => sum + sizes[i]! + 2, -2) - width;
  for (const step of squeeze) {
    if ('cut' in step && step.keepNumbers === true) numbersKept.add(step.cut);
    if (over() <= 0) continue;
    if ('drop' in step) shown.splice(shown.indexOf(step.drop), 1);
    else if ('unbar' in step) {
      const { unbar } = step;
      cells = cells.map((texts, row) => texts.with(unbar, plainText(rows[row]![unbar]!)));
      sizes[unbar] = sizesOf(cells)[unbar]!;
    } else {
      // Of "category: 10 % → 18 %" the numbers stay, and a letter or two of the name.
      const numbers = step.keepNumbers === true ? Math.max(0, ...cells.map((texts) => numbersWidth(texts[step.cut]!))) : 0;
      sizes[step.cut] = Math.max(Math.min(sizes[step.cut]!, Math.max(step.least, numbers)), sizes[step.cut]! - over());
    }
  }
  const line = (texts: readonly string[], tone: (i: number) => Parameters<typeof style>[1]): string =>
    shown
      .map((i) => {
        const cut = numbersKept.has(i) ? cutBeforeNumbers(texts[i]!, sizes[i]!) : cutToWidth(texts[i]!, sizes[i]!);
        return style(heads[i]!.align === 'right' ? padLeft(cut, sizes[i]!) : padRight(cut, sizes[i]!), tone(i), color);
      })
      .join('  ');
  return [
    line(
      heads.map((head) => head.text),
      () => 'quiet',
    ),
    ...rows.map((row, at) => line(cells[at]!, (i) => row[i]!.tone ?? 'plain')),
  ];
}

function cellText(cell: Cell, brief: boolean, figureWidth: number): string {
  const said = (brief ? cell.brief : undefined) ?? cell.terminal ?? cell.text;
  if (cell.column !== undefined) return `${dataText(cell.column, mostName)} ${said}`;
  return cell.bar === undefined ? said : `${bar(cell.bar, 1, barWidth)} ${padLeft(said, figureWidth)}`;
}

/** A cell without its bar. */
function plainText({ text, terminal }: Cell): string {
  return terminal ?? text;
}

/** Width of what must stay of "category: 10 % → 18 %"; 0 where there is no name. */
function numbersWidth(text: string): number {
  return text.includes(': ') ? displayWidth(afterName(text)) + 2 : 0;
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
