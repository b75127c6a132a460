import type { RichText } from '../report/richText.ts';
import { plainText } from './plainText.ts';
import type { Translate } from './translate.ts';

/** What may stand at a placeholder of a sentence. */
export type RichPart = string | number | RichText[number] | RichText;

// Noncharacters of Unicode: no text may hold them (`dataText` makes them visible), so they mark places safely.
const open = '\uFDD0';
const close = '\uFDD1';

/**
 * Translates a sentence and puts parts, plain or emphasised, at its placeholders. The parts themselves never pass
 * through the translator, so braces in a column name or a value are never read as placeholders.
 */
export function rich(t: Translate, message: string, ...parts: readonly RichPart[]): RichText {
  const marked = t(message, ...parts.map((_, index) => `${open}${index}${close}`));
  const out: RichText[number][] = [];
  let at = 0;
  let before = '';
  // Chinese sets a name apart by a space only when the name is not Chinese itself.
  const template = (text: string, after: string): string => {
    const opened = isHan(before.at(-1)) && text.startsWith(' ') && isHan(text.at(1)) ? text.slice(1) : text;
    return isHan(after.at(0)) && opened.endsWith(' ') && isHan(opened.at(-2)) ? opened.slice(0, -1) : opened;
  };
  while (at < marked.length) {
    const start = marked.indexOf(open, at);
    if (start < 0) break;
    const end = marked.indexOf(close, start);
    const part = parts[Number(marked.slice(start + 1, end))];
    const said = part === undefined ? '' : plainText(pieces(part));
    push(out, template(marked.slice(at, start), said));
    before = said;
    if (part !== undefined) for (const piece of pieces(part)) push(out, piece);
    at = end + 1;
  }
  push(out, template(marked.slice(at), ''));
  return out;
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /[\u4e00-\u9fff]/.test(character);
}

function pieces(part: RichPart): RichText {
  if (typeof part === 'number') return [String(part)];
  return Array.isArray(part) ? (part as RichText) : [part as RichText[number]];
}

/** Appends a piece; neighbouring plain texts become one. */
function push(out: RichText[number][], piece: RichText[number]): void {
  if (piece === '') return;
  const last = out[out.length - 1];
  if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
  else out.push(piece);
}
