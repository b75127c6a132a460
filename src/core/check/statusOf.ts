import type { MeasureRow } from '../sections/performance/result.ts';
import type { MeasureChange } from './verdict.ts';

/** What is said of a measure, worst first. */
export type MeasureStatus =
  /** Beyond a floor or ceiling that was asked for. */
  | 'beyond'
  /** Worse than reference by more than allowed, for certain. */
  | 'worse'
  /** So in chunks to the end, not over the whole. */
  | 'worse_lately'
  /** So in chunks that are over: it recovered. */
  | 'worse_before'
  /** Looks worse by more than allowed, which may be chance. */
  | 'may_be_worse'
  /** Keeps its floor or ceiling, but its interval reaches beyond. */
  | 'may_be_beyond'
  /** Too few rows to see a drop. */
  | 'too_few'
  | 'undefined'
  /** Its change says nothing of the model: the measure's `excuse` says why. */
  | 'excused'
  /** Certainly worse, but by less than is allowed. */
  | 'little_worse'
  | 'held'
  | 'improved'
  /** Limits kept, no reference. */
  | 'kept'
  | 'not_judged';

/** Where a measure stands: the one place that reads its verdicts. */
export function statusOf({ current, change, floor, since, verdict, excuse }: MeasureRow): MeasureStatus {
  if (floor?.verdict === 'fail') return 'beyond';
  if (change?.verdict === 'fail') return 'worse';
  if (since !== null) return 'worse_lately';
  if (verdict === 'fail') return 'worse_before';
  if (current.value === null) return 'undefined';
  if (excuse !== null) return 'excused';
  if (change?.verdict === 'cannot_tell') {
    const worse = current.direction === 'lower' ? change.difference : -change.difference;
    // The same tolerance of rounding as the verdict has.
    return worse > 0 && worse >= change.allowed * (1 - 1e-9) ? 'may_be_worse' : 'too_few';
  }
  if (floor?.verdict === 'cannot_tell') return 'may_be_beyond';
  if (change?.verdict === 'improved') return 'improved';
  if (change?.verdict === 'pass') {
    const worse = current.direction === 'lower' ? change.difference : -change.difference;
    return worse > 0 && (change.adjustedP ?? 1) <= 0.05 && isCertain(change) ? 'little_worse' : 'held';
  }
  return floor !== null ? 'kept' : 'not_judged';
}

/** Whether the interval of a change is clear of 0: less is never called certain. */
export function isCertain({ interval }: Pick<MeasureChange, 'interval'>): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0);
}
