export type NoteCode =
  | 'same_file'
  | 'same_content'
  | 'column_only_in_reference'
  | 'column_only_in_current'
  | 'type_changed'
  | 'values_unreadable'
  | 'all_null'
  | 'missing_share_changed'
  | 'new_categories'
  | 'vanished_categories'
  | 'out_of_range'
  | 'constant_now'
  | 'infinite_values'
  | 'duplicates'
  | 'duplicate_column_name'
  | 'name_trimmed'
  | 'row_names'
  | 'rows_rejected'
  | 'encoding_assumed'
  | 'identifier'
  | 'constant'
  | 'free_text'
  | 'nested_skipped'
  | 'too_few_rows'
  | 'too_many_categories'
  | 'time_overlap'
  | 'current_before_reference'
  | 'time_gap'
  | 'rows_without_time'
  | 'numbers_sampled'
  /** Too few blocks in reference: rows are taken as independent, chunks are not judged. */
  | 'too_few_blocks'
  /** Blocks follow each other so closely that the reference itself wanders. */
  | 'reference_wanders'
  /** Too few blocks to tell how long a disturbance lasts. */
  | 'short_reference'
  | 'numbers_as_times'
  | 'date_order_unknown'
  | 'date_spellings'
  | 'leading_zeros_lost'
  | 'missing_held'
  | 'single_precision'
  | 'zones_differ'
  | 'column_failed';

/** A remark of the schema and quality section: a code and its numbers; words are made later. */
export interface Note {
  readonly code: NoteCode;
  readonly level: 'alert' | 'watch' | 'info';
  readonly side: 'reference' | 'current' | 'both' | null;
  readonly column: string | null;
  readonly values: Readonly<Record<string, string | number | null>>;
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
