import { SpliceRefused } from './sourceEdit.ts';
import type { SourceRange } from './sourceRange.ts';

/** Offset of the first character of the line of an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset after the end of the line of an offset; of one that stands at the start of a line, since an end was before it, itself. */
export function nextLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Column from 0, of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** How lines of a text end. */
export function lineEnd(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * The lines of a part of a block that begins and ends so: with the comments right above it that are no deeper than it, and those below it that are. What
 * stands before `from` is not its own. Throws `SpliceRefused` when something else begins on its first line.
 */
export function linesOf(text: string, { start, end }: SourceRange, from: number): SourceRange {
  let first = lineStart(text, start);
  if (text.slice(first, start).trim() !== '') throw new SpliceRefused('layout');
  const column = start - first;
  while (first > from) {
    const above = lineStart(text, first - 1);
    const comment = /^([ \t]*)#/.exec(text.slice(above, first));
    if (comment === null || comment[1]!.length > column || above < from) break;
    first = above;
  }
  return { start: first, end: withComments(text, end, column) };
}

/** The end of the line of `end`, and of the comments below that are deeper than a column. */
export function withComments(text: string, end: number, column: number): number {
  let last = nextLine(text, end);
  while (last < text.length) {
    const after = nextLine(text, last + 1);
    const comment = /^([ \t]*)#/.exec(text.slice(last, after));
    if (comment === null || comment[1]!.length <= column) break;
    last = after;
  }
  return last;
}
