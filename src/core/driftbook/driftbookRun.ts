import type { AskedResult } from '../check/askedResult.ts';
import type { Finding } from '../check/finding.ts';
import type { Measurement } from '../check/measurement.ts';
import type { CheckOutcome } from '../check/verdict.ts';
import type { Report } from '../report/report.ts';
import type { CellKindName } from './cells/registry.ts';

/** Why a cell did not run. */
export type CellReason =
  /** Prose: there is nothing to run. */
  | 'prose'
  /** Cells of its kind cannot be run yet. */
  | 'kind'
  /** `last` of a dataset, labels of a file of their own and tables of revisions cannot be read yet. */
  | 'last'
  | 'labels'
  | 'table_of_revision'
  /** Its section is not in the report: nothing was evaluated, or it does not apply. */
  | 'no_section'
  | 'failed';

/** What stopped a cell: the code and details of a DataError, or what was said. */
export interface CellFailure {
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What became of a cell. */
export interface RunCell {
  /** Position in the file. */
  readonly index: number;
  readonly kind: CellKindName;
  readonly name: string | null;
  /** `error`: it could not be run; the worst of its checks otherwise, muted ones and those of information apart. */
  readonly outcome: CheckOutcome | 'error';
  readonly reason: CellReason | null;
  readonly failure: CellFailure | null;
  /** Index into `reports`; null: none was made for it. */
  readonly report: number | null;
  readonly checks: readonly AskedResult[];
  /** What can be checked in it, of the whole of current. */
  readonly measurements: readonly Measurement[];
  readonly findings: readonly Finding[];
}

/** A file that was read. `size` in bytes; `modified`: epoch milliseconds; null: it is gone, or not a file of the disk. */
export interface RunFile {
  readonly path: string;
  readonly size: number | null;
  readonly modified: number | null;
}

/** One execution of a driftbook: plain JSON, kept as it is. */
export interface DriftbookRun {
  readonly schema: 'driftbook.run';
  readonly version: 1;
  /** UTC time and a few letters of chance: ids sort by age. */
  readonly id: string;
  readonly driftbook: {
    /** Name of the file, without its folder. */
    readonly file: string;
    readonly title: string | null;
    /** SHA-256 of its text. */
    readonly hash: string;
  };
  readonly tool: { readonly name: 'driftbook'; readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Commit of git that the folder of the driftbook was at; null: none, or git may not be asked. */
  readonly commit: string | null;
  readonly files: readonly RunFile[];
  /** In the order of the file; those that were not asked for are left out. */
  readonly cells: readonly RunCell[];
  readonly reports: readonly Report[];
}

/** What a run measured, as limits of later runs and trends take it. */
export interface PastRun {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly measurements: readonly Measurement[];
}
