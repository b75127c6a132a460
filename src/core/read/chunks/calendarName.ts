import { dateOf } from '../../format/dateOf.ts';
import { type CalendarUnit, dayMs } from './calendar.ts';

/** Stable, language-free name of a calendar chunk: `2019-06`, `2019-W23`, `2019-06-03`, `2019-06-03T14`. */
export function calendarName(start: number, unit: CalendarUnit): string {
  const iso = dateOf(start).toISOString();
  if (unit === 'month') return iso.slice(0, 7);
  if (unit === 'day') return iso.slice(0, 10);
  if (unit === 'hour') return iso.slice(0, 13);
  // The year of an ISO week is the year of its Thursday.
  const thursday = dateOf(start + 3 * dayMs);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstDay) / (7 * dayMs)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
