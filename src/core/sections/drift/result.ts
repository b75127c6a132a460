import type {
  BrokenBlock,
  ColumnMark,
  Decision,
  DecisionRule,
  Family,
  MissingChange,
  NotTestedReason,
  Severity,
} from '../../check/verdict.ts';
import type { ColumnKind } from '../../data/columnKind.ts';
import type { Measures } from '../../measures/drift/registry.ts';
import type { Role } from '../../spec/spec.ts';

/** Summary of one side of a numeric column over finite values. sd has ddof 1. */
export interface NumericSummary {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Type-7 quantiles at `quantileProbabilities`. */
  readonly quantiles: readonly number[];
}

export const quantileProbabilities = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** Shared bins of both sides. `edges` has one more entry than `reference`; the first and last bin take all values below and above when `clipped` says so. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
  /** Values outside the edges, already counted in the first and last bin. */
  readonly clipped: {
    readonly belowReference: number;
    readonly belowCurrent: number;
    readonly aboveReference: number;
    readonly aboveCurrent: number;
  };
  /** Whole-number columns: bins are centred on these values. */
  readonly discrete: boolean;
}

/** Points of both empirical distribution functions at shared x, for drawing and for the KS distance. */
export interface Ecdf {
  readonly x: readonly number[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
  /** Where the KS distance is reached. */
  readonly at: number;
}

export interface CategoryCount {
  readonly value: string;
  readonly reference: number;
  readonly current: number;
}

export interface Categories {
  /** Numbers of few values: `values` stand in ascending order and are pictured in it. */
  readonly ordered: boolean;
  /** At most 30, those with the largest pooled counts; the rest is in `other`. Largest first, unless `ordered`. */
  readonly values: readonly CategoryCount[];
  readonly other: { readonly categories: number; readonly reference: number; readonly current: number };
  readonly distinctReference: number;
  readonly distinctCurrent: number;
  /** In current but not in reference, largest first (also where `ordered`), at most 10; and all their rows. */
  readonly fresh: { readonly categories: number; readonly rows: number; readonly values: readonly CategoryCount[] };
  /** In reference but not in current, largest first (also where `ordered`), at most 10; and all their reference rows. */
  readonly vanished: { readonly categories: number; readonly rows: number; readonly values: readonly CategoryCount[] };
}

/** In which way a column moved; numbers to say it with. */
export interface Movement {
  readonly kind:
    | 'higher'
    | 'lower'
    | 'more_spread'
    | 'less_spread'
    | 'shape'
    | 'new_category'
    | 'vanished_category'
    | 'category_up'
    | 'category_down'
    | 'categories'
    | 'more_missing'
    | 'less_missing'
    | 'none';
  /** Category kinds: which. */
  readonly category: string | null;
  /** higher and lower: medians; spread: interquartile ranges (P5–P95 when the IQR is 0); categories: shares; missing: shares. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Medians and quartiles, or shares of the first categories, of one part, for the picture over time. */
export interface ChunkSummary {
  /** Index into `Report.time.chunks` or `Report.time.referenceChunks`. */
  readonly chunk: number;
  readonly rows: number;
  readonly missingShare: number;
  /** P25, P50, P75 of a numeric column. */
  readonly quartiles: readonly [number, number, number] | null;
  /** Shares of non-null values, in the order of `Categories.values` (first 6), null for numeric columns. */
  readonly shares: readonly number[] | null;
}

/** One cell of the heatmap. */
export interface ChunkCell extends Decision, ChunkSummary {
  /** Label of the chunk, the same as in `Report.time.chunks`. */
  readonly name: string;
  /** Whether this chunk carries the verdict on the missing values of its column, and its p. */
  readonly missingVerdict: MissingChange['verdict'];
  readonly missingP: number | null;
  readonly measures: Measures;
  /** Counts on `ColumnReport.histogram.edges`, or on `Categories.values` and `other` last. */
  readonly counts: readonly number[];
}

/** A column with the one verdict on it: rows, headline, findings, badge and exit code all read `verdict`. */
export interface ColumnReport {
  readonly name: string;
  /** Over its values (whole, chunks, single blocks) and its missing values. */
  readonly verdict: ColumnMark;
  /** What carries an alert or a watch: the values as a whole, single chunks of them, a single block, or missing values. */
  readonly cause: 'whole' | 'chunk' | 'block' | 'missing' | null;
  /** Moved for certain, but by less than its limit: never an alarm. */
  readonly certain: boolean;
  /**
   * p over the whole and its chunks, and q: Benjamini-Hochberg over the columns of the run; null when not tested. Of the cause: of the values, or of the
   * single block or the missing values that carry the verdict.
   */
  readonly p: number | null;
  readonly q: number | null;
  /**
   * The largest share of rows moved among the windows that carry the verdict (of missing values: the largest change of their share); that of the whole
   * where none does. Null when there is none.
   */
  readonly effect: number | null;
  /** The chunk that `effect` is of; null: the whole, or a block. */
  readonly effectChunk: number | null;
  /** Effect limit in force for this column. */
  readonly limit: number;
  /** Size of an alert. */
  readonly severity: Severity | null;
  readonly reason: NotTestedReason | null;
  /** The values of current as a whole. */
  readonly whole: Decision;
  readonly block: BrokenBlock | null;
  readonly role: Role;
  /** Why this role: codes and numbers, strongest first. */
  readonly evidence: readonly RoleEvidence[];
  readonly roleGiven: boolean;
  readonly kind: ColumnKind;
  /** How values were compared: as numbers or as categories. */
  readonly treatedAs: 'number' | 'category' | null;
  readonly types: { readonly reference: string | null; readonly current: string | null };
  /** First chunk from which marked chunks stand to the end or in 2 of 3, else the first of them; null when no chunk carries an alert. */
  readonly since: number | null;
  /** Usable rows. */
  readonly n: { readonly reference: number; readonly current: number };
  readonly missing: MissingChange;
  readonly measures: Measures | null;
  readonly numeric: { readonly reference: NumericSummary; readonly current: NumericSummary } | null;
  readonly categories: Categories | null;
  readonly histogram: Histogram | null;
  readonly ecdf: Ecdf | null;
  /** Type-7 quantiles of both sides at the shared 0, 0.02 … 1 for the quantile-quantile picture. */
  readonly quantileShift: {
    readonly probabilities: readonly number[];
    readonly reference: readonly number[];
    readonly current: readonly number[];
  } | null;
  readonly movement: Movement;
  /** Like for like, where the calendars of both sides differ and hold enough in common: what is said of the direction follows it. */
  readonly like: LikeForLike | null;
  /**
   * All windows that carry the verdict lie where the reference holds nothing of the calendar: it differs there, and that can be the season. (Over cells that
   * both hold, the column does not reach its limit.)
   */
  readonly unmatched: boolean;
  /**
   * Smallest share of rows whose move would have been an alert with probability 0.8 here; null when not tested. Numbers: values that all shift alike;
   * categories: a move spread over all of them.
   */
  readonly visible: number | null;
  /** "Cannot tell": rows it would take to see a move at the limit. `reference` null: more rows of current alone would do. Null when the question does not arise or cannot be answered. */
  readonly rowsNeeded: { readonly current: number; readonly reference: number | null } | null;
  readonly chunks: readonly ChunkCell[];
  readonly referenceChunks: readonly ChunkSummary[];
  /** Set when this column failed with an error of its own; the rest of the report stands. */
  readonly error: string | null;
}

export interface RoleEvidence {
  readonly code:
    | 'given'
    | 'name'
    | 'type'
    | 'unique'
    | 'increasing'
    | 'constant'
    | 'few_values'
    | 'many_words'
    | 'parses_as_time'
    | 'between_0_and_1'
    | 'high_cardinality'
    | 'nested';
  /** The matching part of the name, the share of unique values, …: a value for the sentence. */
  readonly value: string | number | null;
}

/** A column over the cells of the calendar that both sides hold, the reference weighted as the rows of current lie in them. */
export interface LikeForLike {
  /** Share of rows moved, noise removed by the design effect of the whole. */
  readonly effect: number;
  readonly movement: Movement;
  /** Medians of numbers, reference and current. */
  readonly medians: readonly [number, number] | null;
}

/** Rows that may belong together. */
export interface Blocks {
  /** What a block is. */
  readonly by: 'hour' | 'day' | 'group';
  readonly column: string;
  readonly reference: number;
  readonly current: number;
  /** Whether the reference holds enough of them to know how they differ; else the whole is tested row by row, and chunks are not judged. */
  readonly enough: boolean;
}

export interface Suspect {
  readonly column: string;
  /** Larger is more suspect: worst effect divided by its limit, times the column's weight. */
  readonly rank: number;
}

export interface Summary {
  /** Columns whose values were tested. */
  readonly tested: number;
  /** Columns by verdict. */
  readonly alert: number;
  readonly watch: number;
  readonly ok: number;
  readonly cannotTell: number;
  readonly notTested: number;
  /** Weighted mean over tested columns of min(1, effect of the whole / (4 × limit)), 0 to 1. */
  readonly score: number | null;
  readonly largestEffect: number | null;
  /** First chunk (index) with an alert in any column. */
  readonly since: number | null;
  /** Alert and watch columns, most suspect first. */
  readonly suspects: readonly Suspect[];
}

export interface DriftResult {
  readonly rule: DecisionRule;
  /** Rows that may belong together; null when all are taken as independent. */
  readonly blocks: Blocks | null;
  readonly family: Family;
  readonly summary: Summary;
  /** Every column of either file, in reference order, then those only in current. */
  readonly columns: readonly ColumnReport[];
}
