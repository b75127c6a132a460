import type { MeasureBound, MeasureChange, MeasureExcuse, MeasureVerdict } from '../../check/verdict.ts';
import type { Measure, UndefinedReason } from '../../measures/measure.ts';

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

export interface PerformanceResult {
  readonly measures: readonly MeasureRow[];
  readonly verdict: ModelVerdict;
  readonly rival: TrivialRival | null;
  /** Months that the reference lacks; null when it lacks none, or has no time or less than 60 days of it. */
  readonly season: Season | null;
  /** Last chunk of current with labels, when later ones hold rows and none; null otherwise. */
  readonly labelsEnd: number | null;
  /** What intervals and tests take together: rows of a day, of an hour, of a group; null: rows are independent. */
  readonly clusters: 'day' | 'hour' | 'group' | null;
  readonly confusion: { readonly reference: ConfusionMatrix | null; readonly current: ConfusionMatrix } | null;
  readonly byClass: readonly ClassRow[];
  readonly curves: { readonly reference: ScoreCurves | null; readonly current: ScoreCurves } | null;
  readonly residuals: { readonly reference: ResidualCurves | null; readonly current: ResidualCurves } | null;
}
