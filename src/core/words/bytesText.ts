import { formatNumber } from '../format/number.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file size: "1.3 MB". Steps of 1,000, as file managers count. */
export function bytesText(bytes: number, locale: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${formatNumber(size, locale)}\u00a0${units[unit]}`;
}
