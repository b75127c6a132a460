import type { ColumnKind } from '../data/columnKind.ts';

export type Role = 'feature' | 'target' | 'prediction' | 'score' | 'timestamp' | 'id' | 'segment' | 'weight' | 'ignore';

export type ProfileName = 'default' | 'strict' | 'sensitive';

/** How current (and reference, for context) is cut along time or file order. Weeks start on Monday; all times are UTC. */
export type ChunkSpec =
  | { readonly by: 'auto' | 'none' | 'hour' | 'day' | 'week' | 'month' }
  | { readonly rows: number }
  | { readonly count: number };

/** A choice about one column; null: back to what is found or to the profile's limit. */
export interface ColumnChoice {
  readonly role?: Role | null;
  readonly kind?: ColumnKind | null;
  readonly ignored?: boolean;
  readonly limit?: number | null;
}

export interface DatasetSpec {
  /** A file, a glob or a folder of parts. */
  readonly path: string;
}

export type EvaluationTask = 'binary' | 'multiclass' | 'regression' | 'ranking';

/** What is allowed of a measure, in its own unit; `maxDrop` is how much worse than reference it may be. */
export interface MeasureLimit {
  readonly min?: number;
  readonly max?: number;
  readonly maxDrop?: number;
}

/** Predictions to evaluate: absent names are inferred, null says that there is no such column. */
export interface EvaluateSpec {
  readonly task?: EvaluationTask;
  /** The true label or value; null: evaluate without labels. */
  readonly target?: string | null;
  readonly prediction?: string | null;
  /** Binary: column of the score of the positive class. */
  readonly score?: string | null;
  /** Multiclass: score column of each class. */
  readonly scores?: Readonly<Record<string, string>>;
  /** Binary: the label that counts as positive. */
  readonly positive?: string;
  /** Binary: scores from here on are predicted positive, where there is no prediction column. */
  readonly threshold?: number;
  /** Ranking: whose list a row belongs to, what was recommended, and how good it was; the list is in the order of `score`. */
  readonly user?: string | null;
  readonly item?: string | null;
  readonly relevance?: string | null;
  /** What the reference is: data the model was trained on, or predictions from when it was good. Absent: told by the file name. */
  readonly referenceIs?: 'training' | 'past';
  /** Ranking: length of the lists that are judged. */
  readonly k?: number;
  /** Columns whose slices are looked at; absent: all with few enough values. */
  readonly segments?: readonly string[];
  /** Columns whose groups are compared for fairness. */
  readonly groups?: readonly string[];
  /** What a wrong decision costs, in one unit. */
  readonly costs?: { readonly falsePositive: number; readonly falseNegative: number };
  /** Columns that say what training or predicting cost; absent: those whose name says so. */
  readonly resources?: readonly string[];
  /** By code of the measure; `mean(COLUMN)`, `median(COLUMN)` and `p95(COLUMN)` of a resource. */
  readonly limits?: Readonly<Record<string, MeasureLimit>>;
}

/** How a file is read. */
export type FileFormat = 'csv' | 'json' | 'parquet' | 'arrow';

/** What to compare and how. Everything but the datasets has a default. */
export interface ComparisonSpec {
  /** Null only where predictions are evaluated by themselves. */
  readonly reference: DatasetSpec | null;
  readonly current: DatasetSpec;
  readonly columns?: {
    /** Only these columns are tested (all others are left out); absent: all. */
    readonly include?: readonly string[];
    readonly ignore?: readonly string[];
    readonly roles?: Readonly<Record<string, Role>>;
    readonly types?: Readonly<Record<string, ColumnKind>>;
    /** The time axis; null: none even if one would be found. */
    readonly timestamp?: string | null;
    /** Rows with the same value belong together (a user, a session): they are tested by whole groups. */
    readonly group?: string;
    /** Weight of a column in the overall score; unnamed columns weigh 1. */
    readonly weights?: Readonly<Record<string, number>>;
    /** Effect limit of a column (share of rows moved) in place of the profile's. */
    readonly limits?: Readonly<Record<string, number>>;
  };
  readonly chunk?: ChunkSpec;
  readonly profile?: ProfileName;
  /** Texts that are read as null in CSV and TSV beside the empty field. */
  readonly nullValues?: readonly string[];
  /** Which comes first in dates such as 03/04/2024 where no value tells: the day (`dmy`) or the month (`mdy`). Without it such a column stays text. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Evaluate current (and reference) as predictions, beside the comparison. */
  readonly evaluate?: EvaluateSpec;
  /** Ends of file names that are read as a format beside the known ones, in lower case with their dot: `{ ".dat": "csv" }`. */
  readonly suffixes?: Readonly<Record<string, FileFormat>>;
}
