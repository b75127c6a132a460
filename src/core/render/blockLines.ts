import { colonText } from '../format/colonText.ts';
import type { Block, ListBlock, StripsBlock, TermsBlock } from '../report/block.ts';
import { dataText } from '../words/dataText.ts';
import { chunkStrip } from './chunkStrip.ts';
import { cutToWidth, padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { style } from './style.ts';
import { tableLines } from './tableLines.ts';
import { wrapRich } from './wrapRich.ts';

/** How a terminal shows blocks: widths of sentences and of tables in columns, whether it has colours, and the language of marks. */
export interface Terminal {
  readonly prose: number;
  readonly width: number;
  readonly color: boolean;
  readonly locale: string;
}

/** Names of columns beside prose or strips are cut to this width. */
const mostName = 28;

/** A block as lines of a terminal. */
export function blockLines(block: Block, terminal: Terminal): string[] {
  const { prose, width, color } = terminal;
  switch (block.kind) {
    case 'heading':
      return ['', style(block.text, 'strong', color)];
    case 'paragraph':
      return indented(wrapRich(block.text, prose - 2, color));
    case 'list':
      return listLines(block, terminal);
    case 'terms':
      return termLines(block, terminal);
    case 'table':
      return ['', ...indented(tableLines(block, width - 2, color))];
    case 'strips':
      return ['', style(block.heading, 'strong', color), ...indented(stripLines(block, width - 2, color))];
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function listLines({ items }: ListBlock, { prose, color }: Terminal): string[] {
  return items.flatMap(({ glyph, tone, text }) => {
    const [first = '', ...rest] = wrapRich(text, prose - 4, color);
    return [`  ${style(glyph, tone, color)} ${first}`, ...rest.map((line) => `    ${line}`)];
  });
}

function termLines({ of, items, brief }: TermsBlock, { prose, color, locale }: Terminal): string[] {
  const shown = items.slice(0, brief ?? items.length);
  if (of === 'words') {
    return shown.flatMap(({ term, text }) => indented(wrapRich([{ strong: `${term}${colonText(locale)}` }, ...text], prose - 2, color)));
  }
  const nameWidth = nameWidthOf(shown.map(({ term }) => term));
  return shown.flatMap(({ term, text }) => {
    const [first = '', ...rest] = wrapRich(text, prose - nameWidth - 4, color);
    return [
      `  ${padRight(cutToWidth(dataText(term), nameWidth), nameWidth)}  ${first}`,
      ...rest.map((line) => ' '.repeat(nameWidth + 4) + line),
    ];
  });
}

function stripLines({ rows, first, last }: StripsBlock, width: number, color: boolean): string[] {
  const nameWidth = nameWidthOf(rows.map(({ column }) => column));
  const stripWidth = Math.max(10, Math.min(60, width - nameWidth - 30));
  const lines = rows.map(
    ({ column, cells, full, when }) =>
      `${padRight(cutToWidth(dataText(column), nameWidth), nameWidth)}  ${chunkStrip(cells, full, stripWidth, color)}  ${when}`,
  );
  return [...lines, style(`${' '.repeat(nameWidth)}  ${first} – ${last}`, 'quiet', color)];
}

function nameWidthOf(names: readonly string[]): number {
  return Math.min(mostName, Math.max(...names.map((name) => displayWidth(dataText(name)))));
}
