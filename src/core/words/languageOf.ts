import { isChinese } from '../format/isChinese.ts';

/**
 * The language sentences are written in for a locale: there are two. Numbers and dates follow the sentences, so that an
 * editor in a third language shows no German figures in English prose.
 */
export function languageOf(locale: string): 'en' | 'zh-cn' {
  return isChinese(locale) ? 'zh-cn' : 'en';
}
