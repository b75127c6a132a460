import { formatChange } from '../format/change.ts';
import { formatPair } from '../format/numberPair.ts';
import { formatShare } from '../format/share.ts';

/** "22,300 → 27,900 (+25 %)"; without the change where it has no meaning. */
export function changeText(from: number, to: number, locale: string): string {
  const change = formatChange(from, to, locale);
  const values = formatPair(from, to, locale).join(' → ');
  return change === null ? values : `${values} (${change})`;
}

/** "2 % → 14 %". */
export function shareChangeText(from: number, to: number, locale: string): string {
  return `${formatShare(from, locale)} → ${formatShare(to, locale)}`;
}
