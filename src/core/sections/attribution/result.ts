import type { SliceCondition } from '../../check/subject.ts';
import type { ColumnMark } from '../../check/verdict.ts';
import type { BehaviourNumber } from '../predictions/result.ts';
import type { Slices } from '../slices/result.ts';

/** One column's part in the change of the metric. */
export interface AttributionRow {
  readonly column: string;
  /** Rows moved to groups where the model is worse (or better); in the metric's unit, positive is worse. */
  readonly mix: BehaviourNumber;
  /** The model became worse within groups. */
  readonly rate: BehaviourNumber;
  /** The part of `mix` that new and vanished groups make. */
  readonly turnover: number;
  /** p of `mix`, adjusted over the columns by Benjamini-Hochberg; it matters when that holds and its interval is clear of 0. */
  readonly q: number;
  readonly matters: boolean;
  /** Verdict of the comparison on the column. */
  readonly drift: ColumnMark | null;
  /** The groups that carry most of it. */
  readonly groups: readonly {
    readonly condition: SliceCondition;
    readonly shareReference: number;
    readonly shareCurrent: number;
    readonly rateReference: number | null;
    readonly rateCurrent: number | null;
    readonly mix: number;
    readonly rate: number;
  }[];
}

/** What the drift did to the metric. */
export interface Attribution {
  readonly measure: Slices['measure'];
  readonly reference: number;
  readonly current: number;
  readonly difference: BehaviourNumber;
  readonly rows: readonly AttributionRow[];
  /** P(x) changed: columns with an alert, and the scores themselves. */
  readonly covariate: {
    readonly alerts: number;
    readonly tested: number;
    readonly p: number | null;
    readonly effect: number;
    readonly changed: boolean;
    /** Certain, but too small to matter. */
    readonly small: boolean;
  };
  /** P(y) changed. */
  readonly label: {
    readonly p: number | null;
    readonly reference: number | null;
    readonly current: number | null;
    readonly changed: boolean;
    readonly small: boolean;
  };
  /** P(y|x) changed: within bins of the reference's score; without scores among rows of equal prediction. */
  readonly concept: {
    readonly p: number | null;
    /** Mean difference of the outcome at equal scores. */
    readonly effect: number | null;
    /** Mean size of that difference over the bins, whatever its direction, less noise; without scores the share of labels that moved. */
    readonly size: number | null;
    readonly changed: boolean;
    readonly small: boolean;
    readonly bins: readonly {
      /** Scores above `from` and up to `to`; null is no bound. */
      readonly from: number | null;
      readonly to: number | null;
      readonly reference: number | null;
      readonly current: number | null;
      readonly nReference: number;
      readonly nCurrent: number;
      /** Mean of current less that of reference at equal scores inside the bin, with its 95 % interval; null without rows of both sides. */
      readonly difference: BehaviourNumber | null;
    }[];
  };
  readonly reading: 'mix_shift' | 'label' | 'concept' | 'several' | 'none' | 'cannot_tell';
  /** Why it cannot be told. */
  readonly reason: 'few_labels' | 'few_of_a_class' | 'scores_do_not_overlap' | null;
}
