import { formatDate } from './date.ts';
import { dateParts } from './dateParts.ts';
import { isChinese } from './isChinese.ts';

const day = 86_400_000;

/** First to last instant in UTC, as precise as the span is long: "Jan – Oct 2018", "Nov 2018 – Aug 2019", "3 – 17 Mar 2019", "3 Mar 08:00 – 14:00". */
export function formatSpan(from: number, to: number, locale: string): string {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return '–';
  if (to - from < 2 * day) return hours(from, to, locale);
  return to - from < 60 * day ? days(from, to, locale) : months(from, to, locale);
}

function months(from: number, to: number, locale: string): string {
  const a = dateParts(from, locale, 'short');
  const b = dateParts(to, locale, 'short');
  if (isChinese(locale)) {
    return a.year === b.year
      ? `${formatDate(from, 'month', locale)}–${b.month}`
      : `${formatDate(from, 'month', locale)} – ${formatDate(to, 'month', locale)}`;
  }
  return a.year === b.year ? `${a.month} – ${b.month} ${b.year}` : `${a.month} ${a.year} – ${b.month} ${b.year}`;
}

function days(from: number, to: number, locale: string): string {
  const a = dateParts(from, locale, 'short');
  const b = dateParts(to, locale, 'short');
  const last = formatDate(to, 'day', locale);
  if (isChinese(locale)) return `${formatDate(from, 'day', locale)} – ${a.year === b.year ? `${b.month}${b.day}日` : last}`;
  if (a.year !== b.year) return `${a.day} ${a.month} ${a.year} – ${last}`;
  return a.month === b.month ? `${a.day} – ${last}` : `${a.day} ${a.month} – ${last}`;
}

function hours(from: number, to: number, locale: string): string {
  const first = formatDate(from, 'hour', locale);
  const sameDay = Math.floor(from / day) === Math.floor(to / day);
  return `${first} – ${formatDate(to, 'hour', locale, { short: sameDay })}`;
}
