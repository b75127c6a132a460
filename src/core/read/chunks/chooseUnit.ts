import { type CalendarUnit, startsBetween } from './calendar.ts';

const fewest = 6;
/** More chunks than this are never chosen by themselves. */
export const mostChunks = 400;
const meanRows = 60;

/**
 * Chooses the chunk unit for a span: the coarsest of month, week, day, hour that gives at least 6 chunks with 60 rows each on average;
 * else the unit with the most chunks that still has the rows and gives at least 2; null when nothing does.
 */
export function chooseUnit(from: number, to: number, rows: number): CalendarUnit | null {
  let best: { unit: CalendarUnit; count: number } | null = null;
  for (const unit of ['month', 'week', 'day', 'hour'] as const) {
    const starts = startsBetween(from, to, unit, mostChunks);
    if (starts === null || rows / starts.length < meanRows) break;
    if (starts.length >= fewest) return unit;
    if (starts.length >= 2 && (best === null || starts.length > best.count)) best = { unit, count: starts.length };
  }
  return best?.unit ?? null;
}
