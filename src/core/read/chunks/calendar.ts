import { dateOf } from '../../format/dateOf.ts';

export type CalendarUnit = 'hour' | 'day' | 'week' | 'month';

export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** Start of the hour, day, ISO week (Monday) or month (UTC) that holds `ms`, epoch milliseconds. */
export function startOf(ms: number, unit: CalendarUnit): number {
  if (unit === 'hour') return Math.floor(ms / hourMs) * hourMs;
  if (unit === 'day') return Math.floor(ms / dayMs) * dayMs;
  // Day 0 of the epoch is a Thursday: three days after a Monday.
  if (unit === 'week') return (Math.floor((Math.floor(ms / dayMs) + 3) / 7) * 7 - 3) * dayMs;
  const date = dateOf(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** Start of the unit after the one that starts at `start`. */
export function nextStart(start: number, unit: CalendarUnit): number {
  if (unit === 'hour') return start + hourMs;
  if (unit === 'day') return start + dayMs;
  if (unit === 'week') return start + 7 * dayMs;
  const date = dateOf(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** Starts of all units that touch [from, to], ascending, at most `most` of them (then null). */
export function startsBetween(from: number, to: number, unit: CalendarUnit, most: number): number[] | null {
  const starts: number[] = [];
  for (let start = startOf(from, unit); start <= to; start = nextStart(start, unit)) {
    if (starts.length === most) return null;
    starts.push(start);
  }
  return starts;
}
