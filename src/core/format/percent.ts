import { isChinese } from './isChinese.ts';

/** The percent sign with the space the language puts before it (a thin one that does not break, none in Chinese). */
export function withPercentSign(digits: string, locale: string): string {
  return isChinese(locale) ? `${digits}%` : `${digits}\u202f%`;
}
