import { isChinese } from '../format/isChinese.ts';
import type { RichText } from '../report/richText.ts';

/** Sets whole sentences one after the other: with a space between them, save in Chinese. Empty ones are left out. */
export function sentences(locale: string, parts: readonly RichText[]): RichText {
  const gap = isChinese(locale) ? '' : ' ';
  const out: RichText[number][] = [];
  for (const part of parts) {
    if (part.length === 0) continue;
    if (out.length > 0 && gap !== '') out.push(gap);
    out.push(...part);
  }
  return out;
}
