import { formatCount } from './count.ts';
import { dateOf } from './dateOf.ts';
import { dateParts } from './dateParts.ts';
import { isChinese } from './isChinese.ts';

/** Steps of a time axis. */
export type DateUnit = 'hour' | 'day' | 'week' | 'month' | 'rows';

/**
 * The beginning of a chunk in UTC, as precise as its unit: "June 2019", "3 Mar 2019", "3 Mar 14:00", "week of 3 Mar 2019".
 * Short: "Jun 19", "3 Mar", "14:00". For row chunks `ms` is a row index and is written as a count.
 */
export function formatDate(ms: number, unit: DateUnit, locale: string, options: { readonly short?: boolean } = {}): string {
  if (!Number.isFinite(ms)) return '–';
  if (unit === 'rows') return formatCount(ms, locale);
  const short = options.short === true;
  return isChinese(locale) ? chinese(ms, unit, locale, short) : western(ms, unit, locale, short);
}

function western(ms: number, unit: Exclude<DateUnit, 'rows'>, locale: string, short: boolean): string {
  const { year, month, day, time } = dateParts(ms, locale, unit === 'month' && !short ? 'long' : 'short');
  if (unit === 'month') return short ? `${month}\u00a0${year.slice(-2)}` : `${month} ${year}`;
  if (unit === 'hour') return short ? time : `${day} ${month} ${time}`;
  if (short) return `${day}\u00a0${month}`;
  return unit === 'week' && locale.startsWith('en') ? `week of ${day} ${month} ${year}` : `${day} ${month} ${year}`;
}

function chinese(ms: number, unit: Exclude<DateUnit, 'rows'>, locale: string, short: boolean): string {
  const { year, month, day, time } = dateParts(ms, locale, 'long');
  const numeric = month.endsWith('月') ? `${dateOf(ms).getUTCMonth() + 1}月` : month;
  if (unit === 'month') return short ? `${year.slice(-2)}年${numeric}` : `${year}年${numeric}`;
  if (unit === 'hour') return short ? time : `${numeric}${day}日 ${time}`;
  if (short) return `${numeric}${day}日`;
  return unit === 'week' ? `${year}年${numeric}${day}日当周` : `${year}年${numeric}${day}日`;
}
