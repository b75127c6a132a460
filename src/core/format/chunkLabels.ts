import type { DateUnit } from './date.ts';
import { formatDate } from './date.ts';
import { dateOf } from './dateOf.ts';
import { dateParts } from './dateParts.ts';
import { isChinese } from './isChinese.ts';

/**
 * Short names for chunks that stand in a row (heads of the heatmap, ticks over time): the year, or the day of an hour,
 * is written on the first and wherever it changes: "Nov 18", "Dec", "Jan 19", "Feb". Row chunks: their number.
 */
export function chunkLabels(starts: readonly number[], unit: DateUnit, locale: string): string[] {
  if (unit === 'rows') return starts.map((_, index) => String(index + 1));
  return starts.map((start, index) => {
    const before = index === 0 ? null : starts[index - 1]!;
    if (unit === 'month') return monthLabel(start, before, locale);
    if (unit === 'hour') return hourLabel(start, before, locale);
    return formatDate(start, unit, locale, { short: true });
  });
}

function monthLabel(start: number, before: number | null, locale: string): string {
  const sameYear = before !== null && dateOf(before).getUTCFullYear() === dateOf(start).getUTCFullYear();
  if (!sameYear) return formatDate(start, 'month', locale, { short: true });
  return isChinese(locale) ? `${dateOf(start).getUTCMonth() + 1}月` : dateParts(start, locale, 'short').month;
}

function hourLabel(start: number, before: number | null, locale: string): string {
  const sameDay = before !== null && dateOf(before).getUTCDate() === dateOf(start).getUTCDate();
  return sameDay ? formatDate(start, 'hour', locale, { short: true }) : formatDate(start, 'day', locale, { short: true });
}
