import type { EvaluationColumns } from '../../report/evaluationColumns.ts';

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

export interface PredictionsResult {
  readonly columns: EvaluationColumns;
  /** Classes in order; at most 100. */
  readonly classes: readonly string[];
  readonly classCount: number;
  /** Binary: from which score on the prediction is positive, where that is known. */
  readonly threshold: number | null;
  readonly costs: { readonly falsePositive: number; readonly falseNegative: number } | null;
  readonly rows: { readonly reference: EvaluationRows | null; readonly current: EvaluationRows };
  /** Set when the reference is what the model was trained on, with what says so: changes are then gaps between training and current. */
  readonly training: 'given' | 'file_name' | null;
  readonly behaviour: Behaviour;
}
