import { pageLabelsEnglish } from '../../src/core/sections/pageLabelKeys.ts';
import { chineseMessages } from '../unit/words/translators.ts';
import type { Language } from './runPair.ts';

/** An English message in a language. A message that is not (any more) one of the product's is a fault of the check, not to be passed over. */
export function inLanguage(message: string, language: Language): string {
  const chinese = chineseMessages[message];
  if (chinese === undefined) throw new Error(`The product does not say this any more, so nothing checks it: ${message}`);
  return language === 'en' ? message : chinese;
}

/** A label of the page in a language. */
export function pageLabel(key: keyof typeof pageLabelsEnglish, language: Language): string {
  return inLanguage(pageLabelsEnglish[key], language);
}

/** What the places of a message may hold; a count also as it stands in words. */
export type Place = 'number' | 'text' | 'list' | 'loss' | 'interval';

const patterns: Readonly<Record<Place, string>> = {
  number: '([<>]?[\\s\u00a0]?[\\d,.]+[\\s\u202f]?%?)',
  // Within a sentence: what stands before its end is another one.
  text: '((?:(?!\\.\\s+\\p{Lu})[^。])+?)',
  list: '((?:(?!\\.\\s+\\p{Lu})[^。])+?)',
  // "13 % wrong", and the interval that may stand behind it.
  loss: '([^[]+?)',
  interval: '((?:\\[[^\\]]*\\])?)',
};

/** An expression that finds a message of the product and what stands in its places, in their order of number. */
export function saying(message: string, language: Language, places: readonly Place[]): { readonly find: RegExp; readonly order: number[] } {
  const order: number[] = [];
  const source = inLanguage(message, language)
    .split(/(\{\d\})/)
    .map((part) => {
      const place = /^\{(\d)\}$/.exec(part);
      // A point that ends a sentence, not one within a number.
      if (place === null)
        return part
          .replace(/[*+?^${}()|[\]\\]/g, '\\$&')
          .replace(/\./g, '\\.(?!\\d)')
          .replace(/\s+/g, '\\s*');
      order.push(Number(place[1]));
      return patterns[places[Number(place[1])] ?? 'text'];
    })
    .join('')
    // These go on from "Like for like", without their large letter.
    .replace(/^Values/u, '[Vv]alues');
  return { find: new RegExp(source, 'gu'), order };
}

/** All places where a text says a message: what it says in {0}, {1}, … */
export function said(text: string, message: string, language: Language, places: readonly Place[]): string[][] {
  const { find, order } = saying(message, language, places);
  return [...text.matchAll(find)].map((match) => {
    const values: string[] = [];
    order.forEach((place, i) => {
      values[place] = match[i + 1]!;
    });
    return values;
  });
}

/** Whether a sentence is this message, from its first letter on. */
export function isSentence(sentence: string, message: string, language: Language): boolean {
  return sentence.search(saying(message, language, []).find) === 0;
}
