/** Reasons for which data cannot be read or compared. Words for them are made in `core/words/errorText.ts`. */
export type DataErrorCode =
  | 'file_not_found'
  | 'file_not_readable'
  | 'no_files_match'
  | 'too_many_files'
  | 'too_many_columns'
  | 'unsupported_format'
  | 'empty_file'
  | 'header_only'
  | 'no_rows'
  | 'not_objects'
  | 'wrong_encoding'
  | 'corrupt_file'
  | 'not_this_format'
  | 'ragged_rows'
  | 'header_short'
  | 'unclosed_quote'
  | 'no_tables'
  | 'several_tables'
  | 'unknown_table'
  /** A view of a database gives no row for long, or rows without end. */
  | 'view_endless'
  /** A view, or a table that needs a module, cannot be read: `found` is the reason. */
  | 'view_fails'
  /** Another program is writing a database, or broke off doing so. */
  | 'database_in_use'
  | 'schema_differs_between_parts'
  | 'no_common_column'
  | 'unknown_column'
  | 'not_a_timestamp'
  | 'no_prediction_column'
  | 'target_is_prediction'
  /** Several columns could be the target: `found` names them, `expected` is the measure behind their numbers. */
  | 'target_open'
  /** No class of the target (`column`: `found`) is one of the prediction (`expected`). */
  | 'labels_differ'
  | 'unknown_measure'
  | 'out_of_memory'
  | 'line_too_long'
  | 'too_deep'
  | 'batch_too_large'
  | 'metadata_too_large'
  | 'no_disk_space'
  | 'file_changed'
  | 'read_failed'
  | 'reader_ended'
  /** There is no program git. */
  | 'git_missing'
  /** Git said `found`. */
  | 'git_failed'
  /** Revisions are not read, because git is not to be run here. */
  | 'revisions_off'
  /** The file lies in no repository; `found`: why git does not take it for one. */
  | 'no_repository'
  /** `found` cannot name a revision. */
  | 'bad_revision'
  /** There is no revision `found`; `expected` is one that was likely meant. */
  | 'unknown_revision'
  /** As `unknown_revision`, in a clone that older commits were left out of. */
  | 'revision_cut_off'
  /** The revision `found` has no such file; the commit `expected` has. */
  | 'not_in_revision'
  /** The revision `found` has no such file, but one of the name `expected`. */
  | 'named_otherwise'
  /** The file lies in the submodule `found`. */
  | 'in_submodule'
  /** The revision has a link to `found` there, which it does not hold. */
  | 'link_outside'
  /** What `found` (Git LFS, DVC) keeps of it is not on this machine; `expected` is the command that brings it. */
  | 'content_missing'
  /** What `found` keeps of it is not what was put there. */
  | 'content_differs'
  /** A file of DVC that makes no sense. */
  | 'bad_dvc_file'
  /** `found` bytes, of at most `expected`. */
  | 'too_large';

export interface DataErrorDetails {
  readonly file?: string;
  /** All files at work, where the failure cannot be laid at the door of one. */
  readonly files?: readonly string[];
  readonly side?: 'reference' | 'current';
  readonly line?: number;
  readonly column?: string;
  /** What the file looks like instead, an encoding, a limit …: a value, never a sentence, save for `read_failed` and `corrupt_file` where it is the reader's own first line. */
  readonly found?: string;
  readonly expected?: string;
}

/** A failure that the data are the reason of: carries a code and its place, no sentence for people. */
export class DataError extends Error {
  readonly code: DataErrorCode;
  readonly details: DataErrorDetails;
  constructor(code: DataErrorCode, details: DataErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DataError';
    this.code = code;
    this.details = details;
  }
}
