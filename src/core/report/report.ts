import type { ColumnKind } from '../data/columnKind.ts';
import type { TableFile } from '../data/table.ts';
import type { ComparisonSpec, ProfileName, Role } from '../spec/spec.ts';
import type { SeasonBy, SeasonCells } from './season.ts';
import type { AnySection } from './section.ts';

/**
 * `ok`: tested, and below the limit or not significant, where a move beyond the limit would have been seen; `cannot_tell`: it would not have been, or there
 * is too little to test; `not_tested`: with the reason, never counted as fine.
 */
export type Verdict = 'alert' | 'watch' | 'ok' | 'cannot_tell' | 'not_tested';

/** Size of an alert: effect 0.05–0.10, 0.10–0.20, from 0.20 (calibration study, section 6). */
export type Severity = 'minor' | 'moderate' | 'major';

export type NotTestedReason =
  | 'too_few_rows'
  /** Too few days (hours, groups) to know how they differ. */
  | 'too_few_blocks'
  /** Most rows are of one group. */
  | 'one_group_dominates'
  | 'all_null'
  | 'only_in_reference'
  | 'only_in_current'
  | 'type_changed'
  | 'constant'
  | 'identifier'
  | 'free_text'
  | 'timestamp'
  | 'nested'
  | 'unsupported_type'
  | 'too_many_categories'
  | 'ignored'
  | 'not_included'
  | 'weight'
  | 'resource'
  | 'failed'
  /** Not yet tested: only in a report of a run under way. */
  | 'pending';

/** Which test gave `p`: see core/drift for rows, core/check for blocks. */
export type TestName = 'anderson_darling' | 'chi_square' | 'fisher_exact' | 'chi_square_and_fisher' | 'blocks';

/** A column in one window: the whole of current, or one chunk. */
export interface Decision {
  /** `alert` and `watch`: the window carries that verdict of its column. */
  readonly verdict: Verdict;
  /** p-value of the window; null when not tested. Over columns and windows the column's p and q decide. */
  readonly p: number | null;
  /** Corrected total variation distance: share of rows moved, noise removed, 0 to 1; null when a side has too few rows. */
  readonly effect: number | null;
  readonly test: TestName | null;
  /** Statistic of the test; null when not tested or when the test has none. */
  readonly statistic: number | null;
  /** Plain total variation distance, before correction. */
  readonly tvd: number | null;
  /**
   * Nothing is left of a distance of 1 % or more once noise is removed, since it is no larger than how days (hours, groups) of the reference differ
   * (`blocks`), or than what independent rows give (`chance`). Null where something is left, or nothing was there.
   */
  readonly within: 'blocks' | 'chance' | null;
  /** How many times the variance of independent rows is to be expected here, as rows of a block go together; null when rows are taken as independent. */
  readonly designEffect: number | null;
  /** Effect limit in force for this window. */
  readonly limit: number;
  readonly reason: NotTestedReason | null;
}

/** A single day or hour that is far from the reference while its chunk and the whole are not. */
export interface BrokenBlock {
  /** Its start, epoch milliseconds. */
  readonly at: number;
  /** Share of its rows that moved, or change of its share of missing values. */
  readonly effect: number;
  /** p over all blocks of current, and q in a family of its own. */
  readonly p: number;
  readonly q: number;
}

/** Share of missing values (null or NaN) and its change: decided as values are, in a family of its own. */
export interface MissingChange {
  readonly reference: MissingCounts;
  readonly current: MissingCounts;
  /** Over the whole and its chunks; null when it cannot be made. */
  readonly p: number | null;
  readonly q: number | null;
  readonly verdict: 'alert' | 'watch' | 'ok' | 'not_tested';
  /** Share of missing values where it changed most among what carries the verdict: in a chunk, in a block, or (both null) in the whole. */
  readonly at: number;
  readonly chunk: number | null;
  readonly block: BrokenBlock | null;
}

export interface MissingCounts {
  readonly rows: number;
  readonly nulls: number;
  readonly nans: number;
  readonly infinities: number;
  readonly unreadable: number;
  /** (nulls + nans) / rows; 0 when there are no rows. */
  readonly share: number;
}

/** Every method's number beside the verdict. Null where a method does not apply. */
export interface Measures {
  readonly ks: { readonly d: number; readonly p: number } | null;
  readonly wasserstein: { readonly raw: number; readonly robustSd: number | null } | null;
  /** On 10 reference-quantile bins or on categories, smoothed by 0.5, nats. */
  readonly psi: number | null;
  /** Jensen-Shannon distance, base 2, 0 to 1. */
  readonly jensenShannon: number | null;
  /** Two-sample Anderson-Darling A²akN. */
  readonly andersonDarling: { readonly a2: number; readonly p: number } | null;
  readonly chiSquare: { readonly statistic: number; readonly df: number; readonly p: number; readonly cramersV: number } | null;
}

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
  readonly verdict: Verdict;
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

export interface Chunk {
  readonly name: string;
  /** Epoch milliseconds, end exclusive; for row chunks: row indices. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** The time axis (or file order) of a report; null in a report of two wholes. */
export interface TimeAxis {
  /** Column of the time axis; null for chunks by row. */
  readonly column: string | null;
  readonly unit: 'hour' | 'day' | 'week' | 'month' | 'rows';
  readonly chosen: 'auto' | 'given';
  readonly chunks: readonly Chunk[];
  readonly referenceChunks: readonly Chunk[];
}

/** What the calendars of both sides differ in: season and drift cannot be told apart there. */
export interface ReportSeason extends SeasonCells {
  readonly by: SeasonBy;
  /** Share of current's rows in cells that both hold. */
  readonly share: number;
  /** Chunks of current all of whose rows lie in cells that the reference does not hold. */
  readonly unmatched: readonly number[];
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

export interface DatasetSummary {
  readonly label: string;
  readonly path: string;
  readonly format: string;
  readonly files: readonly TableFile[];
  readonly rows: number;
  readonly columns: number;
  /** First and last time of the time axis, epoch milliseconds. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly duplicates: number | null;
}

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

export type FindingCode =
  | 'drift/distribution'
  | 'drift/chunk'
  /** A single day or hour. */
  | 'drift/block'
  | 'drift/missing'
  | 'quality/missing-column'
  | 'quality/type-changed'
  | 'quality/not-tested'
  | 'quality/new-categories'
  /** A measure beyond its floor or ceiling. */
  | 'performance/limit'
  /** Significantly worse than in reference, by more than is allowed. */
  | 'performance/drop'
  | 'performance/calibration'
  | 'performance/slice'
  | 'performance/estimate'
  | 'performance/fairness';

/** A failed check as data. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'info' | 'warning' | 'critical';
  readonly column: string;
  /** Name of the first chunk concerned, or null for the whole. */
  readonly chunk: string | null;
  readonly value: number | null;
  readonly limit: number | null;
  readonly q: number | null;
  /** Performance: code of the measure or gap, and other numbers for the sentence. */
  readonly values?: Readonly<Record<string, string | number | null>>;
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

/** Numbers of the decision rule in force. */
export interface DecisionRule {
  readonly profile: ProfileName;
  readonly minRows: number;
  readonly q: number;
  readonly effect: number;
  readonly watchP: number;
  readonly maxDistinctAsCategory: number;
  readonly effectBins: number;
  /** A single block alerts at this q (in a family of its own) when at least `blockEffect` of its rows moved. */
  readonly blockQ: number;
  readonly blockEffect: number;
  /** Cannot tell: a move of the limit and this much more would not have been seen. */
  readonly slack: number;
}

/** The columns that are decided together by their values. */
export interface Family {
  /** Columns with a p, those of them that alert, and the largest p of a column that was (or would have been) an alert. */
  readonly columns: number;
  readonly drifted: number;
  readonly criticalP: number;
  /** Correlation of neighbouring blocks that the columns share: with and without the season of weekdays or hours. */
  readonly correlation: { readonly plain: number; readonly season: number };
}

/** Version of the shape below: 2 since verdicts are made by column, 3 since a report is made of sections. Older ones are brought up by `migrate`. */
export const reportVersion = 3;

/** What a report is of and what was found: plain JSON; every output is a pure function of it. */
export interface Report {
  readonly schema: 'driftbook.report';
  readonly version: 3;
  readonly run: ReportRun;
  readonly spec: ComparisonSpec;
  /** `reference` null: predictions were evaluated by themselves. */
  readonly datasets: { readonly reference: DatasetSummary | null; readonly current: DatasetSummary };
  readonly time: TimeAxis | null;
  /** What the calendars of both sides differ in; null where they are alike, or there is none. */
  readonly season: ReportSeason | null;
  /** In the order of the page; each kind at most once. */
  readonly sections: readonly AnySection[];
  readonly findings: readonly Finding[];
}

/** When, how long and by what a report was made. */
export interface ReportRun {
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly durationMs: number;
  readonly tool: { readonly name: 'driftbook'; readonly version: string };
}
