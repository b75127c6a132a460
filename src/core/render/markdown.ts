import { escapeMarkdown } from '../format/escapeMarkdown.ts';
import type { Report } from '../report/report.ts';
import type { DocumentText } from '../report/reportText.ts';
import type { Translate } from '../words/translate.ts';
import { blockMarkdown } from './blockMarkdown.ts';
import { markdownRich } from './markdownRich.ts';
import type { FileMakers } from './reportFormat.ts';

/** The file it is written to. */
export const markdownFormat = {
  suffix: 'md',
  saved: true,
  help: (t: Translate) => t('Write a summary for a pull request or a chat'),
} as const;

/** A report as a Markdown document that GitHub, GitLab and editors show alike; nothing in the data can become markup. */
export function renderMarkdown(text: DocumentText): string {
  const label = (key: string): string => escapeMarkdown(text.labels[key] ?? key);
  const lines = [
    `# ${markdownRich(text.title)}`,
    '',
    `- ${label('reference')} ${markdownRich(text.reference)}`,
    `- ${label('current')} ${markdownRich(text.current)}`,
    `- ${escapeMarkdown([text.chunking, text.profile, text.duration].join(' · '))}`,
    '',
    ...text.blocks.flatMap((block) => blockMarkdown(block, text.locale)),
  ];
  while (lines.at(-1) === '') lines.pop();
  return `${lines.join('\n')}\n`;
}

/** The document, in the reader's language. */
export function markdownContent(_: Report, { say }: FileMakers): string {
  return renderMarkdown(say());
}
