import type { Report } from '../report/report.ts';
import type { Translate } from '../words/translate.ts';

/** The file it is written to. */
export const jsonFormat = {
  suffix: 'json',
  saved: true,
  help: (t: Translate) => t('Write the whole report, for programs'),
} as const;

/** Controls and marks of direction that JSON lets pass as they are; in a terminal or an editor they would change what a reader sees. */
const hidden = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The whole report as JSON. Characters that steer a terminal or turn the text round are escaped, which changes no value. */
export function renderJson(report: Report, indent?: number): string {
  return JSON.stringify(report, null, indent).replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The whole report, for eyes too. */
export function jsonContent(report: Report): string {
  return `${renderJson(report, 2)}\n`;
}
