import { colonText } from '../format/colonText.ts';
import type { Block, Cell } from '../report/block.ts';
import type { RichText } from '../report/richText.ts';
import { dataText } from '../words/dataText.ts';
import { escapeHtml } from './escapeHtml.ts';

/** Rows of a table and items of a list shown at most: a page without scripts is read, not searched. */
const mostRows = 50;

/** A block as HTML without scripts or styles. Strips are for terminals alone. */
export function blockHtml(block: Block, locale: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${richHtml(block.text)}</p>`;
    case 'list':
      return listHtml(block.items.map(({ glyph, text }) => `${glyph === '·' ? '' : `${escapeHtml(glyph)} `}${richHtml(text)}`));
    case 'terms':
      return listHtml(
        block.items.map(({ term, text }) => {
          const name = block.of === 'columns' ? `<code>${escapeHtml(dataText(term))}</code>` : `<strong>${escapeHtml(term)}</strong>`;
          return `${name}${colonText(locale)}${richHtml(text)}`;
        }),
      );
    case 'table': {
      const head = block.heads.map(({ text }) => `<th>${escapeHtml(text)}</th>`).join('');
      const rows = capped(
        block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`),
        (rest) => `<tr><td>… ${rest}</td></tr>`,
      );
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'strips':
      return '';
  }
}

/** A sentence in HTML. */
export function richHtml(text: RichText): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return escapeHtml(piece);
      return 'strong' in piece ? `<strong>${escapeHtml(piece.strong)}</strong>` : `<code>${escapeHtml(piece.code)}</code>`;
    })
    .join('');
}

function listHtml(items: readonly string[]): string {
  return `<ul>${capped(
    items.map((item) => `<li>${item}</li>`),
    (rest) => `<li>… ${rest}</li>`,
  ).join('')}</ul>`;
}

/** The first rows, and how many more there are. */
function capped(rows: readonly string[], more: (rest: number) => string): string[] {
  return rows.length <= mostRows ? [...rows] : [...rows.slice(0, mostRows), more(rows.length - mostRows)];
}

function cellHtml({ text, column }: Cell): string {
  return column === undefined ? escapeHtml(text) : `<code>${escapeHtml(dataText(column))}</code> ${escapeHtml(text)}`;
}
