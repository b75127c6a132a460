import type { EvaluationTask } from '../spec/spec.ts';

/** Why a column was taken for its part. */
export interface PickEvidence {
  readonly code:
    | 'given'
    | 'name'
    /** It is the score cut at a threshold (the value), or the class with the highest score. */
    | 'copy_of_score'
    /** The score columns of all classes sum to 1. */
    | 'sums_to_one'
    | 'between_0_and_1'
    /** It has the same values as the prediction. */
    | 'same_values'
    /** It agrees with the prediction this much: Cohen's kappa. */
    | 'agrees'
    /** ROC AUC of the score, R² of the prediction against it. */
    | 'roc_auc'
    | 'r2'
    /** Its name goes with the prediction's (the value): y_true beside y_pred. */
    | 'kin'
    /** It stands beside the prediction. */
    | 'beside'
    | 'only_candidate';
  readonly value: string | number | null;
}

/** A column picked for a part, and the others that could play it. */
export interface ColumnPick {
  readonly column: string | null;
  readonly evidence: readonly PickEvidence[];
  readonly alternatives: readonly string[];
}

/** A column that could be the target, and how well the predictions fit it. */
export interface RankedTarget {
  readonly column: string;
  readonly measure: 'roc_auc' | 'r2' | 'kappa';
  readonly value: number;
  /** Worse than no model at all: hardly what the model was made to predict. */
  readonly absurd: boolean;
  /** Where it was measured. */
  readonly side: 'reference' | 'current';
}

/** The column of the truth: picked, or open between candidates that fit nearly alike. */
export interface TargetPick extends ColumnPick {
  /** Candidates the predictions were measured against, best first, at most 5. */
  readonly ranked: readonly RankedTarget[];
  /** No column is picked, since the first of `ranked` fit nearly alike: it has to be asked for. */
  readonly open: boolean;
}

/** Which columns are what in a file of predictions. */
export interface EvaluationColumns {
  readonly task: EvaluationTask;
  readonly taskGiven: boolean;
  readonly target: TargetPick;
  readonly prediction: ColumnPick;
  /** Binary: score of the positive class. Ranking: what the lists are ordered by. */
  readonly score: ColumnPick;
  /** Multiclass: score column of each class; empty when there are only labels. */
  readonly scores: readonly { readonly label: string; readonly column: string }[];
  /** Multiclass: columns that hold scores of as many classes as there are, and whose names say not which. */
  readonly unmatchedScores?: readonly string[];
  /** Binary: the label that counts as positive. */
  readonly positive: string | null;
  readonly user: ColumnPick;
  readonly item: ColumnPick;
}
