import type { DocumentText } from '../report/reportText.ts';
import { blockLines } from './blockLines.ts';
import { padRight } from './cutToWidth.ts';
import { displayWidth } from './displayWidth.ts';
import { style } from './style.ts';
import { wrapRich } from './wrapRich.ts';

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

/** Longer lines of prose are hard to read, however wide the window. */
const proseWidth = 100;

/** A report for the terminal: its finding, the datasets, and its blocks. */
export function renderText(text: DocumentText, options: TextOptions): string {
  const width = Math.max(40, options.width);
  const { color } = options;
  const prose = Math.min(width, proseWidth);
  const label = (key: string): string => text.labels[key] ?? key;
  const sides = Math.max(displayWidth(label('reference')), displayWidth(label('current')));
  const side = (key: 'reference' | 'current'): string[] =>
    wrapRich([padRight(label(key), sides).replaceAll(' ', '\u00a0'), ' ', ...text[key]], width, color);
  const lines = [
    ...wrapRich([{ strong: text.plainTitle }], prose, color),
    '',
    ...side('reference'),
    ...side('current'),
    style([text.chunking, text.profile, text.duration].join(' · '), 'quiet', color),
    ...text.blocks.flatMap((block) => blockLines(block, { prose, width, color, locale: text.locale })),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
