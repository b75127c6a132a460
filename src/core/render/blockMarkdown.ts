import { colonText } from '../format/colonText.ts';
import { escapeMarkdown } from '../format/escapeMarkdown.ts';
import type { Block, Cell } from '../report/block.ts';
import { dataText } from '../words/dataText.ts';
import { bold, codeSpan, markdownRich } from './markdownRich.ts';

/** A block as lines of Markdown. Strips are for terminals alone: the table says since when. */
export function blockMarkdown(block: Block, locale: string): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${escapeMarkdown(block.text)}`, ''];
    case 'paragraph':
      return [markdownRich(block.text), ''];
    case 'list':
      return [...block.items.map(({ glyph, text }) => `- ${glyph === '·' ? '' : `${glyph} `}${markdownRich(text)}`), ''];
    case 'terms':
      return [
        ...block.items.map(({ term, text }) =>
          block.of === 'columns'
            ? `- ${codeSpan(dataText(term))}: ${markdownRich(text)}`
            : `- ${bold(term)}${colonText(locale)}${markdownRich(text)}`,
        ),
        '',
      ];
    case 'table':
      return [
        row(block.heads.map(({ text }) => escapeMarkdown(text))),
        row(block.heads.map(({ align }) => (align === 'right' ? '--:' : '---'))),
        ...block.rows.map((cells) => row(cells.map(cellMarkdown))),
        '',
      ];
    case 'strips':
      return [];
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A pipe parts cells even inside a code span. */
function cellMarkdown({ text, column }: Cell): string {
  return column === undefined ? escapeMarkdown(text) : `${codeSpan(dataText(column)).replace(/\|/g, '\\|')} ${escapeMarkdown(text)}`;
}
