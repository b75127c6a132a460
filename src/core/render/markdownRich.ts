import { escapeMarkdown } from '../format/escapeMarkdown.ts';
import type { RichText } from '../report/richText.ts';

/** A sentence in Markdown. */
export function markdownRich(text: RichText): string {
  return text
    .map((piece) => (typeof piece === 'string' ? escapeMarkdown(piece) : 'strong' in piece ? bold(piece.strong) : codeSpan(piece.code)))
    .join('');
}

/** Bold text. Asterisks only work beside letters and digits; beside a mark, above all in Chinese, they would stand in the text. */
export function bold(text: string): string {
  const escaped = escapeMarkdown(text);
  return /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su.test(text) ? `**${escaped}**` : `<b>${escaped}</b>`;
}

/** A code span that holds whatever it is given; borders of table cells are escaped, as GitHub wants it even in code. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  const longest = [...line.matchAll(/`+/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 0);
  const fence = '`'.repeat(longest + 1);
  const gap = line.startsWith('`') || line.endsWith('`') || line === '' || line.trim() !== line ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}
