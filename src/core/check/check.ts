import type { Measurement } from './measurement.ts';
import type { Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';

/** How much a check that fails weighs. */
export type CheckSeverity = 'info' | 'warning' | 'critical';

/** What a value may be; every bound that is there has to hold. Drops, rises and ratios are against reference. */
export interface Bound {
  readonly min?: number;
  readonly max?: number;
  readonly equals?: number;
  readonly maxDrop?: number;
  readonly maxRise?: number;
  readonly maxRatio?: number;
}

/** A predicate on a measurement. */
export interface Check {
  /** The same for the same question in every report: section, question and what it is about (`drift/values:age`). */
  readonly id: string;
  readonly measure: string;
  readonly at: number | null;
  readonly subject: Subject;
  /** Empty where the bound is what reference shows by chance. */
  readonly bound: Bound;
  /** Of a built-in check that weighs by what it finds (a column that moved), the weight of what was found. */
  readonly severity: CheckSeverity;
  /** Checks that are decided together, the rate of false alarms held over all of them; null: by itself. */
  readonly family: string | null;
}

/**
 * What became of a check. The course over chunks is not repeated here: the section holds it, `measurementsOf` lists it, and `since` says what of it
 * matters, so that a report of 500 columns and 300 chunks holds its numbers once.
 */
export interface CheckResult {
  readonly check: Check;
  readonly measurement: Measurement;
  readonly verdict: Verdict;
  /** Index into `Report.time.chunks` of the first chunk that fails; null: the whole, or none. */
  readonly since: number | null;
}
