import type { Direction, MeasureDefinition, MeasureUnit } from './definition.ts';
import type { MeasureName } from './registry.ts';

/** Why a measure has no value. */
export type UndefinedReason =
  | 'no_rows'
  | 'one_class'
  | 'no_positives'
  | 'no_negatives'
  | 'no_predicted_positives'
  | 'no_predicted_negatives'
  | 'chance_agreement_is_certain'
  | 'score_outside_0_1'
  | 'no_scores'
  | 'too_many_classes'
  | 'negative_weights'
  | 'constant_target'
  | 'zero_target'
  | 'value_below_0'
  | 'no_labels'
  | 'no_predictions'
  /** It belongs to another task. */
  | 'not_of_task'
  | 'no_users';

export type IntervalMethod =
  | 'wilson'
  | 'wilson_effective_rows'
  | 'mover_wilson'
  | 'student_t'
  | 'delta_method'
  | 'delong'
  | 'newcombe_auc'
  | 'order_statistics'
  | 'bootstrap'
  /** Rows of a day (or hour, or group) taken together. */
  | 'by_block';

/** Two-sided confidence interval at `level`, say 0.95. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: IntervalMethod;
}

/** What a comparison with another sample needs of a measure beside its value. */
export type Basis =
  /** A share: hits of rows. */
  | { readonly kind: 'proportion'; readonly hits: number; readonly rows: number }
  /** A mean over independent rows (or users); variance with divisor rows − 1. */
  | { readonly kind: 'mean'; readonly rows: number; readonly mean: number; readonly variance: number }
  /** Anything else with a standard error, taken as nearly normal. */
  | { readonly kind: 'standard_error'; readonly rows: number; readonly standardError: number }
  /** A squared standard error that rests on days (or other blocks of rows that belong together), with Student's degrees of freedom. */
  | { readonly kind: 'blocks'; readonly rows: number; readonly variance: number; readonly degrees: number };

/** A named number with unit, direction and uncertainty. Plain data: null where there is no number, never NaN. */
export interface Measure {
  readonly name: MeasureName;
  /** Cut-off k, fraction, β or quantile of a measure that has one: 10 of NDCG@10, 0.1 of lift in the top tenth. */
  readonly at: number | null;
  readonly value: number | null;
  readonly unit: MeasureUnit;
  readonly direction: Direction;
  readonly interval: Interval | null;
  /** Rows (ranking: users) the value rests on. */
  readonly n: number;
  /** Set exactly when the value is null. */
  readonly reason: UndefinedReason | null;
  readonly basis: Basis | null;
}

/** A measure that has a value. An interval or basis with a bound that is not finite is dropped. */
export function measureOf(
  { id, unit, direction }: MeasureDefinition,
  value: number,
  n: number,
  uncertainty: { readonly interval?: Interval | null; readonly basis?: Basis | null } = {},
  at: number | null = null,
): Measure {
  const interval = uncertainty.interval ?? null;
  const basis = uncertainty.basis ?? null;
  const bounded = interval !== null && Number.isFinite(interval.low) && Number.isFinite(interval.high);
  const known = basis !== null && Object.values(basis).every((part) => typeof part === 'string' || Number.isFinite(part));
  return { name: id, at, value, unit, direction, interval: bounded ? interval : null, n, reason: null, basis: known ? basis : null };
}

/** A measure that cannot be computed, with the reason. */
export function undefinedMeasure(
  { id, unit, direction }: MeasureDefinition,
  reason: UndefinedReason,
  n: number,
  at: number | null = null,
): Measure {
  return { name: id, at, value: null, unit, direction, interval: null, n, reason, basis: null };
}
