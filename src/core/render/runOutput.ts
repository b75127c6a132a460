import type { DriftbookRun } from '../driftbook/driftbookRun.ts';

/** A run with what an output needs to point at its file. */
export interface RunOutput {
  readonly run: DriftbookRun;
  /** Of the driftbook, as it was named. */
  readonly path: string;
  /** Line of a cell or of one of its checks, counted from 1. */
  readonly lineOf: (cell: number, check: number | null) => number;
}

/** Names of the chunks of the report that a cell rests on. */
export function chunkNames({ reports }: DriftbookRun, report: number | null): readonly string[] {
  return report === null ? [] : (reports[report]?.time?.chunks.map(({ name }) => name) ?? []);
}
