import type { ColumnKind } from './columnKind.ts';

/** One pass over a column: what role inference and the quality section need. Counts are rows. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Type as the file or the reader names it, for people to read. */
  readonly physicalType: string;
  readonly rows: number;
  readonly nulls: number;
  readonly nans: number;
  readonly infinities: number;
  /** Non-null values that could not be read as the type pinned by the reference (they count as nulls in every statistic). */
  readonly unreadable: number;
  /** Distinct non-null values; exact up to 10,000, else an estimate (see `distinctExact`). */
  readonly distinct: number;
  readonly distinctExact: boolean;
  /** Smallest and largest finite value; epoch milliseconds for timestamps; null for other kinds or when there is none. */
  readonly min: number | null;
  readonly max: number | null;
  /** Numbers only: every finite value is whole. */
  readonly integer: boolean;
  /** Values in file order never fall (`weak`), always rise (`strict`); numbers and timestamps only, judged on the first 100,000 rows. */
  readonly increasing: 'strict' | 'weak' | 'none';
  /** Text only: mean characters and mean words per non-null value; 0 otherwise. */
  readonly meanLength: number;
  readonly meanWords: number;
  /** Up to five frequent or first values, as text, each cut to 80 characters. */
  readonly examples: readonly string[];
}
