import { formatNumber } from './number.ts';
import { formatPair } from './numberPair.ts';

/** Times of day are numbers of hours: DuckDB's TIME and its kin, and times in text. */
const clock = /^(?:TIME$|TIME WITH|TIME_NS)|^time$/;

/** What is known of the types of a column, as its files name them. */
export interface Typed {
  readonly types: { readonly reference: string | null; readonly current: string | null };
}

/** Whether the numbers of a column are times of day, on all sides it is on. */
export function isClock({ types }: Typed): boolean {
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
