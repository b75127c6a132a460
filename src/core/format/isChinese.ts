/** Whether a locale is written in Chinese: no space before units, dates from year to day. */
export function isChinese(locale: string): boolean {
  return locale.toLowerCase().startsWith('zh');
}
