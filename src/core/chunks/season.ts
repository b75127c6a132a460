import { dateOf } from '../format/dateOf.ts';
import { dayMs } from './calendar.ts';

/** Occupied buckets of a time axis: their numbers since the epoch, ascending, each this many milliseconds long. */
export interface OccupiedTime {
  readonly buckets: readonly number[];
  readonly unitMs: number;
}

/** Months of the year (1 to 12) that current and reference hold. */
export interface SeasonMonths {
  /** With rows of current and not held by reference, in the order they come in current. */
  readonly missing: readonly number[];
  /** Held by both, in the order of the year. */
  readonly common: readonly number[];
}

/** A reference of fewer days has no calendar to compare with. */
const fewestDays = 60;
/** Days of the reference that a month needs to be held. */
const fewestOfMonth = 5;

/** Month of the year, 1 to 12 (UTC), that holds a bucket. */
export function monthOf(bucket: number, unitMs: number): number {
  return dateOf(bucket * unitMs).getUTCMonth() + 1;
}

/**
 * Which months of current the reference does not hold, and which both do: a month that is held has at least 5 days of the reference. Null when the
 * reference spans less than 60 days. Season and drift cannot be told apart in months that are missing. O(buckets).
 *
 * Source: media/docs/calibration.md, section 9.
 */
export function seasonMonths(reference: OccupiedTime, current: OccupiedTime): SeasonMonths | null {
  const [from, to] = [reference.buckets[0], reference.buckets.at(-1)];
  if (from === undefined || to === undefined || (to - from + 1) * reference.unitMs < fewestDays * dayMs) return null;
  const days = new Map<number, Set<number>>();
  for (const bucket of reference.buckets) {
    const month = monthOf(bucket, reference.unitMs);
    const known = days.get(month) ?? new Set<number>();
    known.add(Math.floor((bucket * reference.unitMs) / dayMs));
    days.set(month, known);
  }
  const held = new Set([...days].flatMap(([month, known]) => (known.size >= fewestOfMonth ? [month] : [])));
  const seen = new Set(current.buckets.map((bucket) => monthOf(bucket, current.unitMs)));
  return {
    missing: [...seen].filter((month) => !held.has(month)),
    common: [...seen].filter((month) => held.has(month)).sort((a, b) => a - b),
  };
}
