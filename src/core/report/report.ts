import type { Finding } from '../check/finding.ts';
import type { TableFile } from '../data/tableInfo.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { SeasonBy, SeasonCells } from './season.ts';
import type { AnySection } from './section.ts';

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

/**
 * Version of the shape below: 2 since verdicts are made by column, 3 since a report is made of sections, 4 since sections hold their checks. Older ones are
 * brought up by `migrate`.
 */
export const reportVersion = 4;

/** What a report is of and what was found: plain JSON; every output is a pure function of it. */
export interface Report {
  readonly schema: 'driftbook.report';
  readonly version: 4;
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
