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

/** How a file is read. */
export type FileFormat = 'csv' | 'json' | 'parquet' | 'arrow';

/** What to compare and how. Everything but the two datasets has a default. */
export interface ComparisonSpec {
  readonly reference: DatasetSpec;
  readonly current: DatasetSpec;
  readonly columns?: {
    /** Only these columns are tested (all others are left out); absent: all. */
    readonly include?: readonly string[];
    readonly ignore?: readonly string[];
    readonly roles?: Readonly<Record<string, Role>>;
    readonly types?: Readonly<Record<string, ColumnKind>>;
    /** The time axis; null: none even if one would be found. */
    readonly timestamp?: string | null;
    /** Rows with the same value belong together (a user, a session): blocks of the block permutation. */
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
  /** Ends of file names that are read as a format beside the known ones, in lower case with their dot: `{ ".dat": "csv" }`. */
  readonly suffixes?: Readonly<Record<string, FileFormat>>;
}
