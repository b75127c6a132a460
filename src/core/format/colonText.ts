import { isChinese } from './isChinese.ts';

/** What stands between a term and what is said of it. */
export function colonText(locale: string): string {
  return isChinese(locale) ? '：' : ': ';
}
