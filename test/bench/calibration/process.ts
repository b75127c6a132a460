import { normalQuantile } from '../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';

/** What makes days of a column differ, in standard deviations of its rows: nothing, each day by itself, days that follow each other (AR(1), 0.8), or weekdays. */
export type DayEffects = { readonly kind: 'iid' } | { readonly kind: 'day' | 'ar' | 'week'; readonly sd: number };

/** What happens to a column in current. */
export type Change =
  | { readonly kind: 'none' }
  /** So large a part of the rows moves from the middle of current on. */
  | { readonly kind: 'shift'; readonly share: number; readonly from: 'middle' | 'start' }
  /** One day holds a thousand times its values. */
  | { readonly kind: 'broken_day'; readonly day: number };

/** Persistence of `ar`. */
const persistence = 0.8;

/** Standard normal numbers of one seed. */
export function normals(seed: number): () => number {
  const next = mulberry32(seed);
  return () => normalQuantile(next() + 2 ** -33);
}

/** Means of a column's days, the reference's first, then current's, of one stationary process. */
export function dayMeans(effects: DayEffects, days: number, firstWeekday: number, normal: () => number): Float64Array {
  if (effects.kind === 'iid') return new Float64Array(days);
  if (effects.kind === 'week') {
    const weekdays = Float64Array.from({ length: 7 }, () => effects.sd * normal());
    return Float64Array.from({ length: days }, (_, day) => weekdays[(firstWeekday + day) % 7]!);
  }
  if (effects.kind === 'day') return Float64Array.from({ length: days }, () => effects.sd * normal());
  const means = new Float64Array(days);
  const fresh = Math.sqrt(1 - persistence * persistence);
  for (let day = 0; day < days; day++)
    means[day] = day === 0 ? effects.sd * normal() : persistence * means[day - 1]! + fresh * effects.sd * normal();
  return means;
}

/** Shift of a normal number that moves a share of the rows: 2 Φ(d / 2) − 1 = share. */
export function shiftOf(share: number): number {
  return 2 * normalQuantile((1 + share) / 2);
}
