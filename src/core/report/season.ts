/** What the calendar is cut into: months of the year, weekdays, hours of the day. */
export type SeasonBy = 'month' | 'weekday' | 'hour';

/** Months (1 to 12), weekdays (1, Monday, to 7) or hours (0 to 23), in UTC. */
export interface SeasonCells {
  /** With rows of current and not held by reference, in the order they come in current. */
  readonly missing: readonly number[];
  /** Held by both, ascending. */
  readonly common: readonly number[];
}
