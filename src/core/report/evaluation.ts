import type { Interval, Measure, UndefinedReason } from '../measures/measure.ts';
import type { Verdict } from './report.ts';

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

/** A measure of one chunk. */
export interface MeasurePoint {
  /** Index into `Report.time.chunks` or `Report.time.referenceChunks`. */
  readonly chunk: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly reason: UndefinedReason | null;
  /** Chunks of current against the whole reference. `fail`: certain, within a measure that fails; `cannot_tell`: a drop that may be chance. */
  readonly verdict: MeasureVerdict | null;
}

/** A run of chunks with drops beyond what is allowed, at least one of them certain, after which the measure recovered. */
export interface EndedFailure {
  /** Indices into `Report.time.chunks`. */
  readonly first: number;
  readonly last: number;
  /** Chunks of the run that hold a value. */
  readonly chunks: number;
  readonly worst: { readonly chunk: number; readonly value: number };
}

/** Why a change of a measure is no verdict on the model. */
export type MeasureExcuse =
  /** Some targets are (nearly) 0: an error in per cent of them says nothing. */
  | { readonly code: 'targets_near_zero'; readonly rows: number; readonly of: number; readonly zeros: number }
  /** At targets of equal size it did not get worse: only the mix of targets changed. `difference`: at equal targets. */
  | { readonly code: 'mix'; readonly difference: number };

export interface MeasureRow {
  readonly reference: Measure | null;
  readonly current: Measure;
  /** Shown first; the others stand behind "all measures". Only these are corrected for and can fail without a limit. */
  readonly shown: boolean;
  readonly change: MeasureChange | null;
  readonly floor: MeasureBound | null;
  /** Worst of floor, change and chunks; null when nothing was judged. */
  readonly verdict: MeasureVerdict | null;
  /** p of the measure over whole and chunks (one-sided, drops beyond what is allowed), and after Holm over the measures shown. */
  readonly p: number | null;
  readonly adjustedP: number | null;
  /** First chunk from which drops stand to the end or in 2 of 3; null without one. */
  readonly since: number | null;
  /** The measure over the chunks from `since` on, and its difference to reference with a 95 % interval. */
  readonly lately: {
    readonly current: Measure;
    readonly difference: number;
    readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  } | null;
  /** Failures before `since`, or altogether, that are over. */
  readonly ended: readonly EndedFailure[];
  readonly excuse: MeasureExcuse | null;
  readonly chunks: readonly MeasurePoint[];
  readonly referenceChunks: readonly MeasurePoint[];
}

/** What the measures say of the model together. */
export interface ModelVerdict {
  /** `beyond`: a limit is broken; `mixed`: measures disagree for certain; `alone`: nothing to compare with; `none`: no measure has a value. */
  readonly kind: 'beyond' | 'worse' | 'mixed' | 'better' | 'held' | 'cannot_tell' | 'alone' | 'no_labels' | 'none';
  /** Index into `Evaluation.measures` of the measure that writes the headline. */
  readonly primary: number | null;
  /** The measure that disagrees, or the one beyond its limit. */
  readonly against: number | null;
}

/** What a model that always says the same would reach. */
export interface TrivialRival {
  readonly label: string;
  readonly accuracy: number;
}

/** What of the calendar current holds and reference does not. */
export interface Season {
  /** Months of the year (1 to 12) with rows of current and none in reference, in the order they come in current. */
  readonly missing: readonly number[];
  /** Months that both hold, in the order of the year, and the share of current's rows in them. */
  readonly common: readonly number[];
  readonly share: number;
  /** The measure of the headline over the common months alone; null when they hold too little of current. */
  readonly like: {
    readonly measure: string;
    readonly reference: number;
    readonly current: number;
    readonly difference: number;
    readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  } | null;
}

/** How many rows could be used for what. */
export interface EvaluationRows {
  readonly rows: number;
  /** With a true label or value. */
  readonly labelled: number;
  readonly predicted: number;
  /** With all scores. */
  readonly scored: number;
  /** With everything the measures need. */
  readonly usable: number;
  /** Scores outside 0 to 1. */
  readonly outside: number;
  /** Infinite predictions, targets or scores. */
  readonly infinite: number;
}

/** True class by row, predicted class by column; the last class stands for all others when `others` > 0. */
export interface ConfusionMatrix {
  readonly labels: readonly string[];
  /** Classes folded into the last one. */
  readonly others: number;
  readonly counts: readonly (readonly number[])[];
}

/** One class of a classification, current and reference. Null where undefined. */
export interface ClassRow {
  readonly label: string;
  readonly support: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly reference: {
    readonly support: number;
    readonly precision: number | null;
    readonly recall: number | null;
    readonly f1: number | null;
  } | null;
}

/** What a binary score can be drawn from, of one side. Points are thinned for drawing; values beside them are exact. */
export interface ScoreCurves {
  readonly positives: number;
  readonly negatives: number;
  readonly roc: { readonly fpr: readonly number[]; readonly tpr: readonly number[] };
  readonly precisionRecall: { readonly recall: readonly number[]; readonly precision: readonly number[] };
  /** Share of rows taken from the top, what share of the positives they hold, and how much better than chance that is. */
  readonly lift: { readonly fraction: readonly number[]; readonly gain: readonly number[]; readonly lift: readonly number[] };
  /** Bins of equal width of the score; Wilson intervals. */
  readonly reliability: readonly {
    readonly score: number;
    readonly observed: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  }[];
  /** Counts at 101 thresholds 0, 0.01 … 1: predicted positive from the threshold on. */
  readonly thresholds: {
    readonly at: readonly number[];
    readonly tp: readonly number[];
    readonly fp: readonly number[];
    readonly fn: readonly number[];
    readonly tn: readonly number[];
  };
  /** Counts of scores by true class on shared edges. */
  readonly byClass: { readonly edges: readonly number[]; readonly positive: readonly number[]; readonly negative: readonly number[] };
}

/** Errors of a regression, of one side: prediction minus truth. */
export interface ResidualCurves {
  readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] };
  /** Twenty bins of equal count by prediction: quantiles 5, 25, 50, 75 and 95 % of the error. */
  readonly byPrediction: readonly {
    readonly prediction: number;
    readonly quantiles: readonly [number, number, number, number, number];
    readonly n: number;
  }[];
  /** Deciles of the truth: mean absolute error and mean error. */
  readonly byDecile: readonly {
    readonly from: number;
    readonly to: number;
    readonly n: number;
    readonly mae: number;
    readonly bias: number;
  }[];
}

/** A share or mean of one side. */
export interface BehaviourNumber {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the predictions look like, without labels. */
export interface Behaviour {
  readonly rows: readonly {
    readonly code:
      | 'mean_score'
      | 'entropy'
      | 'mean_confidence'
      | 'mean_margin'
      | 'low_confidence'
      | 'top_share'
      | 'positive_share'
      | 'missing_predictions'
      | 'abnormal_predictions'
      | 'mean_prediction';
    readonly unit: 'share' | 'number';
    readonly reference: BehaviourNumber | null;
    readonly current: BehaviourNumber;
    /** Current minus reference with its interval; null without a reference. */
    readonly difference: BehaviourNumber | null;
  }[];
  /** Predicted classes, most frequent first, at most 20. */
  readonly classes: readonly { readonly label: string; readonly reference: number | null; readonly current: number }[];
  /** Total variation distance and Kullback-Leibler divergence (nats, smoothed by 0.5) of the predicted classes; p of the chi-square test. */
  readonly classChange: { readonly tvd: number; readonly kl: number; readonly p: number | null } | null;
  /** Scores or predicted values on shared edges. */
  readonly histogram: {
    readonly edges: readonly number[];
    readonly reference: readonly number[] | null;
    readonly current: readonly number[];
  } | null;
  /** Per chunk of current: mean confidence (or mean prediction), low-confidence share, share of each predicted class in the order of `classes` (first 6). */
  readonly chunks: readonly {
    readonly chunk: number;
    readonly n: number;
    readonly mean: number | null;
    readonly lowConfidence: number | null;
    readonly shares: readonly number[];
  }[];
}

/** Why a performance cannot be estimated without labels. */
export interface EstimateRefusal {
  readonly code: string;
  readonly value: number | null;
}

/** A measure estimated without labels. */
export interface EstimateRow {
  readonly name: string;
  /** Over the whole of current. */
  readonly whole: EstimatePoint;
  readonly chunks: readonly EstimatePoint[];
  readonly referenceChunks: readonly EstimatePoint[];
  /** What the measure was over the whole of reference; null where it is undefined. */
  readonly reference: number | null;
  /** What a chunk, and the whole of current, may show by chance if nothing changed; null when that is not known. */
  readonly limits: { readonly low: number; readonly high: number } | null;
  readonly wholeLimits: { readonly low: number; readonly high: number } | null;
  /** Chunk from which on the estimate is worse than what reference shows; null when it does not stand. */
  readonly since: number | null;
}

export interface EstimatePoint {
  readonly chunk: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** What it turned out to be, where labels are there. */
  readonly realised: number | null;
  /** Against the limits of its own scale, a chunk's or the whole's; null when it is not judged. */
  readonly standing: 'worse' | 'better' | 'as_reference' | null;
  /** Worse. */
  readonly alert: boolean;
  readonly refused: EstimateRefusal | null;
}

export interface Estimate {
  readonly method: 'cbpe' | 'dle';
  /** Calibrated scores were used. */
  readonly calibrated: boolean;
  readonly refused: EstimateRefusal | null;
  /** Columns that matter and leave what reference has seen, with their shares of current's rows, the widest first. */
  readonly beyond: readonly { readonly column: string; readonly share: number }[];
  readonly rows: readonly EstimateRow[];
  /** Estimates of the first measure beside what the labels said once they were there; null before any chunk has enough of them. */
  readonly ledger: EstimateLedger | null;
}

export interface EstimateLedger {
  /** Chunks with labels, and how many realised values lie in the band. */
  readonly compared: number;
  readonly inside: number;
  /** Chunks that have an estimate but not (enough of) their labels. */
  readonly waiting: number;
  /** Chunks whose labels are in, and whose measure they do not define: labels of one class. */
  readonly undefined: number;
  /** Mean of realised − estimated. */
  readonly meanError: number;
  /** The chunks compared, estimated on the rows that have labels. */
  readonly rows: readonly {
    readonly chunk: number;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly realised: number;
    readonly inside: boolean;
    readonly labelled: number;
  }[];
}

/** What a condition of a slice says: a column and one value or range of it. */
export interface SliceCondition {
  readonly column: string;
  readonly group:
    | { readonly kind: 'value'; readonly value: string }
    | { readonly kind: 'range'; readonly above: number | null; readonly upTo: number | null }
    | { readonly kind: 'other'; readonly values: number }
    | { readonly kind: 'missing' };
}

export interface SliceRow {
  readonly conditions: readonly SliceCondition[];
  readonly n: number;
  readonly share: number;
  /** The measure in the slice and in the rest. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly rest: number;
  /** In the same slice of reference; null without one. */
  readonly reference: number | null;
  readonly p: number;
  readonly adjustedP: number;
  /** Share of the whole error that would vanish if the slice were as good as the rest. */
  readonly impact: number;
}

export interface Slices {
  /** What was searched: share of wrong rows, mean absolute error, mean loss. */
  readonly measure: 'error_rate' | 'absolute_error' | 'log_loss';
  readonly overall: number;
  readonly columns: readonly string[];
  readonly tested: number;
  /** Those that hold most of the loss beyond their share of the rows first: where most harm is done. */
  readonly worst: readonly SliceRow[];
  /** Position in `worst` of the slice whose loss is largest for certain (by its interval's lower end); null when there is none. */
  readonly highest: number | null;
  /** Got worse, and by more than the rest; empty without a reference. */
  readonly fallen: readonly SliceRow[];
  /** The measure by every group of each column, for the picture. */
  readonly bySegment: readonly {
    readonly column: string;
    readonly rows: readonly {
      readonly condition: SliceCondition;
      readonly n: number;
      readonly value: number | null;
      readonly low: number | null;
      readonly high: number | null;
      readonly reference: number | null;
    }[];
  }[];
}

export interface FairnessGroup {
  readonly condition: SliceCondition;
  readonly n: number;
  readonly selection: Interval & { readonly value: number | null };
  readonly tpr: (Interval & { readonly value: number | null }) | null;
  readonly fpr: (Interval & { readonly value: number | null }) | null;
  readonly accuracy: (Interval & { readonly value: number | null }) | null;
  /** Why it is left out of the gaps. */
  readonly excluded: string | null;
}

export interface Fairness {
  readonly column: string;
  readonly groups: readonly FairnessGroup[];
  readonly gaps: readonly {
    readonly code:
      | 'demographic_parity_difference'
      | 'demographic_parity_ratio'
      | 'equal_opportunity_difference'
      | 'equalised_odds_difference';
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly limit: number | null;
    readonly breached: boolean;
  }[];
  readonly p: number | null;
}

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
  readonly drift: Verdict | null;
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

/** A part that could not be made, and why: codes and numbers. */
export interface EvaluationNote {
  readonly code:
    | 'no_labels'
    | 'no_reference_labels'
    | 'some_labels_missing'
    | 'scores_outside_0_1'
    | 'one_class'
    | 'constant_prediction'
    | 'labels_differ_in_type'
    /** Labels spelled differently (yes and 1) that were taken for the same. */
    | 'labels_matched'
    /** Scores that are no probabilities, and nothing says from which on the prediction is positive. */
    | 'scores_not_cut'
    /** Classes of reference that do not occur in current: no recall of 0, but none. */
    | 'classes_absent'
    /** Columns that look like the scores of the classes, and whose names say not which. */
    | 'scores_not_matched'
    | 'infinite_values'
    | 'rows_sampled'
    | 'negative_weights'
    | 'many_classes'
    | 'no_scores'
    | 'users_without_relevant'
    | 'all_relevant'
    | 'training_reference'
    | 'part_failed';
  readonly side: 'reference' | 'current' | null;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** A column that says what training or predicting cost (seconds, bytes), summarised. Judged only where a limit is set. */
export interface Resource {
  readonly column: string;
  readonly evidence: 'given' | 'name';
  /** Finite values. */
  readonly n: { readonly reference: number | null; readonly current: number };
  readonly figures: readonly {
    readonly of: 'mean' | 'median' | 'p95';
    readonly reference: BehaviourNumber | null;
    readonly current: BehaviourNumber;
    /** Current minus reference. */
    readonly difference: BehaviourNumber | null;
    readonly floor: MeasureBound | null;
  }[];
}
