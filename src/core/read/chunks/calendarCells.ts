import { dateOf } from '../../format/dateOf.ts';
import type { SeasonBy, SeasonCells } from '../../report/season.ts';
import { dayMs, hourMs } from './calendar.ts';

/** Occupied buckets of a time axis: their numbers since the epoch, ascending, each this many milliseconds long. */
export interface OccupiedTime {
  readonly buckets: readonly number[];
  readonly unitMs: number;
}

/** A reference of fewer days has no months to compare with. */
const fewestDays = 60;
/** Days of the reference that a cell needs to be held. */
const fewestOf: Readonly<Record<SeasonBy, number>> = { month: 5, weekday: 4, hour: 8 };

/** Cell of the calendar (UTC) that holds a bucket: month 1 to 12, weekday 1 (Monday) to 7, hour 0 to 23. */
export function calendarCell(by: SeasonBy, bucket: number, unitMs: number): number {
  const date = dateOf(bucket * unitMs);
  if (by === 'month') return date.getUTCMonth() + 1;
  return by === 'weekday' ? date.getUTCDay() || 7 : date.getUTCHours();
}

/**
 * Which cells of the calendar current has and the reference does not, and which both hold: a month is held by 5 days of the reference, a weekday by 4, an
 * hour by 8. A month of fewer days is missing; of weekdays and hours, those that the reference never has. Null when the reference spans less than 60 days
 * (months), when nothing is held, or when buckets are longer than an hour (hours). Season and drift cannot be told apart where cells are missing.
 * O(buckets).
 *
 * Source: media/docs/calibration.md, section 9.
 */
export function seasonCells(
  by: SeasonBy,
  reference: OccupiedTime,
  current: OccupiedTime,
): (SeasonCells & { readonly more: boolean }) | null {
  const [from, to] = [reference.buckets[0], reference.buckets.at(-1)];
  if (from === undefined || to === undefined) return null;
  if (by === 'month' && (to - from + 1) * reference.unitMs < fewestDays * dayMs) return null;
  if (by === 'hour' && Math.max(reference.unitMs, current.unitMs) > hourMs) return null;
  const days = new Map<number, Set<number>>();
  for (const bucket of reference.buckets) {
    const cell = calendarCell(by, bucket, reference.unitMs);
    const known = days.get(cell) ?? new Set<number>();
    known.add(Math.floor((bucket * reference.unitMs) / dayMs));
    days.set(cell, known);
  }
  const held = new Set([...days].flatMap(([cell, known]) => (known.size >= fewestOf[by] ? [cell] : [])));
  const seen = new Set(current.buckets.map((bucket) => calendarCell(by, bucket, current.unitMs)));
  if (held.size === 0 && by !== 'month') return null;
  const lacking = by === 'month' ? held : new Set(days.keys());
  return {
    missing: [...seen].filter((cell) => !lacking.has(cell)),
    common: [...seen].filter((cell) => held.has(cell)).sort((a, b) => a - b),
    more: [...held].some((cell) => !seen.has(cell)),
  };
}

/** The months of `seasonCells`. */
export function seasonMonths(reference: OccupiedTime, current: OccupiedTime): SeasonCells | null {
  const cells = seasonCells('month', reference, current);
  return cells === null ? null : { missing: cells.missing, common: cells.common };
}
