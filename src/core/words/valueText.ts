import { formatNumber } from '../format/number.ts';
import { formatPair } from '../format/pair.ts';
import type { ColumnReport } from '../report/report.ts';
import { changeText } from './changeText.ts';

/** Times of day are numbers of hours: DuckDB's TIME and its kin, and times in text. */
const clock = /^(?:TIME$|TIME WITH|TIME_NS)|^time$/;

type Typed = Pick<ColumnReport, 'types'>;

/** Whether the numbers of a column are times of day, on all sides it is on. */
function isClock({ types }: Typed): boolean {
  const known = [types.reference, types.current].filter((type) => type !== null);
  return known.length > 0 && known.every((type) => clock.test(type));
}

/** A value of a column as people write it: a number, or a time of day such as 05:43. */
export function valueText(column: Typed | undefined, value: number, locale: string): string {
  if (column === undefined || !isClock(column) || !Number.isFinite(value)) return formatNumber(value, locale);
  const minutes = Math.round(value * 60);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Two values that are read against each other. */
export function valuePair(column: Typed, from: number, to: number, locale: string): readonly [string, string] {
  return isClock(column) ? [valueText(column, from, locale), valueText(column, to, locale)] : formatPair(from, to, locale);
}

/** "22,300 → 27,900 (+25 %)", "05:43 → 11:40": times of day have no zero to be compared with. */
export function valueChange(column: Typed, from: number, to: number, locale: string): string {
  return isClock(column) ? valuePair(column, from, to, locale).join(' → ') : changeText(from, to, locale);
}
