import type { DocumentText } from '../report/reportText.ts';
import { blockHtml, richHtml } from './blockHtml.ts';
import { escapeHtml } from './escapeHtml.ts';

/** A report as plain HTML for readers without scripts: the finding, the datasets and all blocks. */
export function htmlSummary(text: DocumentText): string {
  const label = (key: string): string => escapeHtml(text.labels[key] ?? key);
  return [
    `<h1>${richHtml(text.title)}</h1>`,
    `<p>${label('reference')} ${richHtml(text.reference)}<br>${label('current')} ${richHtml(text.current)}</p>`,
    ...text.blocks.map((block) => blockHtml(block, text.locale)).filter((html) => html !== ''),
  ].join('\n');
}
