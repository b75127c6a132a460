import type { EvaluationTask } from './spec.ts';

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
    /** It agrees with the prediction in this share of rows, or is correlated with it this much. */
    | 'agrees'
    | 'only_candidate';
  readonly value: string | number | null;
}

/** A column picked for a part, and the others that could play it. */
export interface ColumnPick {
  readonly column: string | null;
  readonly evidence: readonly PickEvidence[];
  readonly alternatives: readonly string[];
}

/** Which columns are what in a file of predictions. */
export interface EvaluationColumns {
  readonly task: EvaluationTask;
  readonly taskGiven: boolean;
  readonly target: ColumnPick;
  readonly prediction: ColumnPick;
  /** Binary: score of the positive class. Ranking: what the lists are ordered by. */
  readonly score: ColumnPick;
  /** Multiclass: score column of each class; empty when there are only labels. */
  readonly scores: readonly { readonly label: string; readonly column: string }[];
  /** Binary: the label that counts as positive. */
  readonly positive: string | null;
  readonly user: ColumnPick;
  readonly item: ColumnPick;
}
