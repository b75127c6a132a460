import type { ProfileName } from '../spec/spec.ts';

/**
 * What became of a check. `cannot_tell`: too little to say, with the rows it would take; `not_applicable`: the question does not arise, with the reason.
 * Neither is ever counted as fine.
 */
export type CheckOutcome = 'pass' | 'fail' | 'cannot_tell' | 'not_applicable';

/** Refines an outcome, and never changes it. */
export type Shade =
  /** Passes, and is to be looked at. */
  | 'watch'
  /** Passes: for certain not as in reference, but by less than the limit. */
  | 'under_limit'
  /** Passes: for certain better than reference. */
  | 'improved'
  /** Fails where the reference holds nothing of the calendar: that can be the season. */
  | 'seasonal'
  /** Fails in chunks to the end, not over the whole. */
  | 'lately'
  /** Failed in chunks that are over. */
  | 'over';

/** The verdict on a check: made in `core/check`, and nowhere else. */
export interface Verdict {
  readonly outcome: CheckOutcome;
  readonly shade: Shade | null;
  /** A code. Why it cannot be told or does not apply; of what fails, what carries it (`whole`, `chunk`, `block`, `missing`) or what is wrong. */
  readonly reason: string | null;
  /** `cannot_tell`: rows of current that would tell; null where no number would, or the question does not arise. */
  readonly rowsNeeded: number | null;
  readonly p: number | null;
  /** That p, adjusted over its family. */
  readonly q: number | null;
  /** The smallest change that would have been seen in 4 of 5 samples, in the unit of the difference; null where that is not known. */
  readonly visible: number | null;
}

/**
 * `ok`: tested, and below the limit or not significant, where a move beyond the limit would have been seen; `cannot_tell`: it would not have been, or there
 * is too little to test; `not_tested`: with the reason, never counted as fine.
 */
export type ColumnMark = 'alert' | 'watch' | 'ok' | 'cannot_tell' | 'not_tested';

/** Size of an alert: effect 0.05–0.10, 0.10–0.20, from 0.20 (calibration study, section 6). */
export type Severity = 'minor' | 'moderate' | 'major';

export type NotTestedReason =
  | 'too_few_rows'
  /** Too few days (hours, groups) to know how they differ. */
  | 'too_few_blocks'
  /** Most rows are of one group. */
  | 'one_group_dominates'
  | 'all_null'
  | 'only_in_reference'
  | 'only_in_current'
  | 'type_changed'
  | 'constant'
  | 'identifier'
  | 'free_text'
  | 'timestamp'
  | 'nested'
  | 'unsupported_type'
  | 'too_many_categories'
  | 'ignored'
  | 'not_included'
  | 'weight'
  | 'resource'
  | 'failed'
  /** Not yet tested: only in a report of a run under way. */
  | 'pending';

/** Which test gave `p`: see core/drift for rows, core/check for blocks. */
export type TestName = 'anderson_darling' | 'chi_square' | 'fisher_exact' | 'chi_square_and_fisher' | 'blocks';

/** A column in one window: the whole of current, or one chunk. */
export interface Decision {
  /** `alert` and `watch`: the window carries that verdict of its column. */
  readonly verdict: ColumnMark;
  /** p-value of the window; null when not tested. Over columns and windows the column's p and q decide. */
  readonly p: number | null;
  /** Corrected total variation distance: share of rows moved, noise removed, 0 to 1; null when a side has too few rows. */
  readonly effect: number | null;
  readonly test: TestName | null;
  /** Statistic of the test; null when not tested or when the test has none. */
  readonly statistic: number | null;
  /** Plain total variation distance, before correction. */
  readonly tvd: number | null;
  /**
   * Nothing is left of a distance of 1 % or more once noise is removed, since it is no larger than how days (hours, groups) of the reference differ
   * (`blocks`), or than what independent rows give (`chance`). Null where something is left, or nothing was there.
   */
  readonly within: 'blocks' | 'chance' | null;
  /** How many times the variance of independent rows is to be expected here, as rows of a block go together; null when rows are taken as independent. */
  readonly designEffect: number | null;
  /** Effect limit in force for this window. */
  readonly limit: number;
  readonly reason: NotTestedReason | null;
}

/** A single day or hour that is far from the reference while its chunk and the whole are not. */
export interface BrokenBlock {
  /** Its start, epoch milliseconds. */
  readonly at: number;
  /** Share of its rows that moved, or change of its share of missing values. */
  readonly effect: number;
  /** p over all blocks of current, and q in a family of its own. */
  readonly p: number;
  readonly q: number;
}

/** Share of missing values (null or NaN) and its change: decided as values are, in a family of its own. */
export interface MissingChange {
  readonly reference: MissingCounts;
  readonly current: MissingCounts;
  /** Over the whole and its chunks; null when it cannot be made. */
  readonly p: number | null;
  readonly q: number | null;
  readonly verdict: 'alert' | 'watch' | 'ok' | 'not_tested';
  /** Share of missing values where it changed most among what carries the verdict: in a chunk, in a block, or (both null) in the whole. */
  readonly at: number;
  readonly chunk: number | null;
  readonly block: BrokenBlock | null;
}

export interface MissingCounts {
  readonly rows: number;
  readonly nulls: number;
  readonly nans: number;
  readonly infinities: number;
  readonly unreadable: number;
  /** (nulls + nans) / rows; 0 when there are no rows. */
  readonly share: number;
}

/** Numbers of the decision rule in force. */
export interface DecisionRule {
  readonly profile: ProfileName;
  readonly minRows: number;
  readonly q: number;
  readonly effect: number;
  readonly watchP: number;
  readonly maxDistinctAsCategory: number;
  readonly effectBins: number;
  /** A single block alerts at this q (in a family of its own) when at least `blockEffect` of its rows moved. */
  readonly blockQ: number;
  readonly blockEffect: number;
  /** Cannot tell: a move of the limit and this much more would not have been seen. */
  readonly slack: number;
}

/** The columns that are decided together by their values. */
export interface Family {
  /** Columns with a p, those of them that alert, and the largest p of a column that was (or would have been) an alert. */
  readonly columns: number;
  readonly drifted: number;
  readonly criticalP: number;
  /** Correlation of neighbouring blocks that the columns share: with and without the season of weekdays or hours. */
  readonly correlation: { readonly plain: number; readonly season: number };
}

/** What became of a measure against its limits and the reference; `cannot_tell` says how many rows it would take. */
export type MeasureVerdict = 'fail' | 'pass' | 'improved' | 'cannot_tell';

/** Current against reference. */
export interface MeasureChange {
  /** Current minus reference, in the measure's unit. */
  readonly difference: number;
  /** 95 %, two-sided. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** One-sided, for a change to the worse; null where no test exists. */
  readonly p: number | null;
  /** That p after Holm over the measures shown, whatever the size of the change. */
  readonly adjustedP: number | null;
  /** Largest change to the worse that is allowed, as a positive number in the measure's unit. */
  readonly allowed: number;
  readonly verdict: MeasureVerdict;
  /** Labelled rows of current that would tell; null when the question does not arise. */
  readonly rowsNeeded: number | null;
}

/** A floor or ceiling that was asked for. */
export interface MeasureBound {
  readonly min: number | null;
  readonly max: number | null;
  /** `fail`: the value lies beyond, or there is none; `cannot_tell`: it does not, but its interval does. */
  readonly verdict: MeasureVerdict;
  /** Why a limit fails that no value was held against: the measure has none, or reference has none to measure a drop from. */
  readonly reason: 'no_value' | 'no_reference' | null;
}

/** Why a change of a measure is no verdict on the model. */
export type MeasureExcuse =
  /** Some targets are (nearly) 0: an error in per cent of them says nothing. */
  | { readonly code: 'targets_near_zero'; readonly rows: number; readonly of: number; readonly zeros: number }
  /** At targets of equal size it did not get worse: only the mix of targets changed. `difference`: at equal targets. */
  | { readonly code: 'mix'; readonly difference: number };
