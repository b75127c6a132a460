import { isClock, type Typed, valuePair } from '../format/valueText.ts';
import { changeText } from './changeText.ts';

/** "22,300 → 27,900 (+25 %)", "05:43 → 11:40": times of day have no zero to be compared with. */
export function valueChange(column: Typed, from: number, to: number, locale: string): string {
  return isClock(column) ? valuePair(column, from, to, locale).join(' → ') : changeText(from, to, locale);
}
