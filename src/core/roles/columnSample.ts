import type { ColumnProfile } from '../data/columnProfile.ts';

/** More values than this are not labels. */
export const mostLabels = 200;

/** The first rows of the columns that can be labels or scores, of equal length. */
export interface ColumnSample {
  readonly rows: number;
  /** Numbers of number and boolean columns; NaN for null. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** Columns with few values, as the texts their classes are known by (`labelText`). */
  readonly labels: ReadonlyMap<string, readonly (string | null)[]>;
}

/** Whether a column has few enough values for labels. */
export function canBeLabel(profile: ColumnProfile): boolean {
  if (profile.kind === 'boolean') return true;
  if (profile.kind !== 'text' && !(profile.kind === 'number' && profile.integer)) return false;
  return profile.distinct >= 1 && profile.distinct <= mostLabels;
}
