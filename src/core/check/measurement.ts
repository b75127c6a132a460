import type { Direction, MeasureUnit } from '../measures/definition.ts';
import type { Subject } from './subject.ts';

/** Bounds of an interval; null: it is open, or not known. */
export interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** A value of a measure, as checks, trends and exports take it. Plain data: null where there is no number, never NaN. */
export interface Measurement {
  /** Code of the measure: of the registry, or of what a section counts (`share_moved`, `missing_share`, …). */
  readonly measure: string;
  /** Cut-off k, fraction, β or quantile of a measure that has one. */
  readonly at: number | null;
  readonly subject: Subject;
  readonly value: number | null;
  /** Of reference, in the same unit; null where there is none, or where the value itself compares. */
  readonly reference: number | null;
  /** Current minus reference. */
  readonly difference: number | null;
  /** Of the value and of the difference: two-sided, 95 %, where the section says no other. */
  readonly interval: Range | null;
  readonly differenceInterval: Range | null;
  /** Rows (ranking: users) it rests on; null where that is not told. */
  readonly rows: number | null;
  /** `number`: that of the column, or none. */
  readonly unit: MeasureUnit | 'number';
  readonly direction: Direction;
  /** Why there is no value; null where there is one. */
  readonly reason: string | null;
}
