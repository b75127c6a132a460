import { formatCount } from '../format/count.ts';
import type { RichText } from '../report/richText.ts';
import { type RichPart, rich } from './rich.ts';
import type { Translate } from './translate.ts';

/** "a, b and c"; beyond `most` items "a, b and 7 more". */
export function listText(items: readonly RichPart[], t: Translate, locale: string, most = 6): RichText {
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const parts: RichPart[] = [...shown];
  if (shown.length < items.length) parts.push(rich(t, '{0} more', formatCount(items.length - shown.length, locale)));
  // British English: no comma before "and".
  const format = new Intl.ListFormat(locale.startsWith('en') ? 'en-GB' : locale, { type: 'conjunction' });
  const out: RichText[number][] = [];
  for (const piece of format.formatToParts(parts.map((_, index) => String(index)))) {
    // Names are mostly Latin: in Chinese they want a space beside the word for "and".
    if (piece.type === 'literal') out.push(piece.value === '和' ? ' 和 ' : piece.value);
    else {
      const part = parts[Number(piece.value)]!;
      if (typeof part === 'number') out.push(String(part));
      else if (Array.isArray(part)) out.push(...(part as RichText));
      else out.push(part as RichText[number]);
    }
  }
  return out;
}
