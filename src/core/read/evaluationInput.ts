import type { ColumnProfile } from '../data/columnProfile.ts';
import type { TimeAxis } from '../report/report.ts';
import type { ColumnReport } from '../sections/drift/result.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { RowLayout } from './chunks/rowLayout.ts';
import type { ColumnReaders } from './columnReaders.ts';
import type { ReadRun } from './readRun.ts';

/** What an evaluation starts from: the columns, and what the comparison before it has found. */
export interface EvaluationInput {
  readonly spec: ComparisonSpec;
  readonly readers: ColumnReaders;
  readonly profiles: { readonly reference: readonly ColumnProfile[] | null; readonly current: readonly ColumnProfile[] };
  readonly layouts: { readonly reference: RowLayout | null; readonly current: RowLayout };
  readonly time: TimeAxis | null;
  /** Correlation of neighbouring days that the columns of the run share. */
  readonly correlation: number;
  /** Length of the time buckets of the layouts, and what a block of rows that belong together is; null without a time axis. */
  readonly calendar: { readonly unitMs: number; readonly by: 'hour' | 'day' | 'group' | null } | null;
  /** Verdicts of the comparison; empty without a reference. */
  readonly columns: readonly ColumnReport[];
  readonly run: ReadRun;
}
