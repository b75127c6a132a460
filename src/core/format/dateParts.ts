import { dateOf } from './dateOf.ts';

/** Year, month name, day and clock time of an instant in UTC, as the locale writes them. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
}

/** Takes an instant apart in UTC. Month names stand alone ("June", "Jun"), so that sentences can put them together. */
export function dateParts(ms: number, locale: string, month: 'long' | 'short'): DateParts {
  const date = dateOf(ms);
  // American English, because British English shortens September to four letters.
  const names = new Intl.DateTimeFormat(locale.startsWith('en') ? 'en-US' : locale, { month, timeZone: 'UTC' });
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    year: String(date.getUTCFullYear()),
    month: names.format(date),
    day: String(date.getUTCDate()),
    time: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
  };
}
