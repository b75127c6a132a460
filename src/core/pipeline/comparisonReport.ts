import { fewestBlocks } from '../check/columnEvidence.ts';
import { decideReport } from '../check/decideReport.ts';
import { findingsOf } from '../check/findingsOf.ts';
import type { DecisionRule, Family } from '../check/verdict.ts';
import { withChecks } from '../check/withChecks.ts';
import type { TableInfo } from '../data/tableInfo.ts';
import { dayMs, hourMs } from '../read/chunks/calendar.ts';
import type { ChunkPlan } from '../read/chunks/chunkPlan.ts';
import type { RowLayout } from '../read/chunks/rowLayout.ts';
import { newReport } from '../report/newReport.ts';
import type { Note } from '../report/note.ts';
import type { Report, ReportSeason } from '../report/report.ts';
import { blockNotes } from '../sections/drift/compute/blockNotes.ts';
import type { Outcome } from '../sections/drift/compute/columnAnalyses.ts';
import { columnReport, type ReportFrame } from '../sections/drift/compute/columnReport.ts';
import type { ColumnTask } from '../sections/drift/compute/columnTask.ts';
import { datasetSummary } from '../sections/drift/compute/datasetSummary.ts';
import { summary } from '../sections/drift/compute/summary.ts';
import { timeAxisOf } from '../sections/drift/compute/timeAxis.ts';
import type { Blocks, ColumnReport, DriftResult } from '../sections/drift/result.ts';
import { columnNotes } from '../sections/quality/compute/columnNotes.ts';
import { tableNotes } from '../sections/quality/compute/tableNotes.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { BudgetedRun } from './analysisRun.ts';

/** What is found out about two datasets bit by bit. */
export interface Known {
  readonly layouts: { readonly reference: RowLayout; readonly current: RowLayout };
  readonly season: ReportSeason | null;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly sampled: readonly Note[];
  readonly duplicates: { readonly reference: number | null; readonly current: number | null };
}

/** What a run has settled before it tests columns. */
export interface Settled {
  readonly spec: ComparisonSpec;
  readonly infos: { readonly reference: TableInfo; readonly current: TableInfo };
  readonly run: BudgetedRun;
  readonly started: number;
  readonly rule: DecisionRule;
  readonly plan: ChunkPlan;
  readonly tasks: readonly ColumnTask[];
}

/** The report of what is known: columns that have no outcome yet are pending. O(columns). */
export function comparisonReport(known: Known, settled: Settled): Report {
  const { layouts, season, duplicates } = known;
  const { spec, infos, run, started, rule, plan, tasks } = settled;
  const time = timeAxisOf(plan, layouts.reference, layouts.current);
  const { columns, family } = decideTasks(tasks, known.outcomes, spec, {
    time,
    rule,
    season,
    startOf: startOfBlocks(plan, layouts.current),
  });
  const blocks = blocksUsed(plan, layouts.reference, layouts.current);
  const drift: DriftResult = { rule, blocks, family, summary: summary(columns, spec), columns };
  const sections = withChecks([
    { kind: 'quality', result: {}, notes: sortNotes(notesOf(drift, known, settled)), failed: null },
    { kind: 'drift', result: drift, notes: [], failed: null },
  ]);
  return newReport(
    {
      spec,
      datasets: {
        reference: datasetSummary(infos.reference, plan.reference.span, duplicates.reference),
        current: datasetSummary(infos.current, plan.current.span, duplicates.current),
      },
      time,
      season,
      sections,
      findings: findingsOf({ sections, time }),
    },
    run,
    started,
  );
}

function notesOf({ columns, blocks, family, rule }: DriftResult, known: Known, { infos, run, plan }: Settled): Note[] {
  const { layouts, outcomes, duplicates } = known;
  return [
    ...run.notes,
    ...tableNotes({
      ...infos,
      duplicates,
      plan,
      currentLayout: layouts.current,
      columns,
      zonesDiffer: run.notes.some(({ code, column }) => code === 'zones_differ' && column === plan.column),
    }),
    ...blockNotes(blocks, family, [...outcomes.values()]),
    ...known.sampled,
    ...columns.flatMap((column) => {
      const outcome = outcomes.get(column.name);
      return columnNotes(column, outcome && 'analysis' in outcome ? outcome.analysis.outOfRange : null, rule.minRows);
    }),
  ];
}

function decideTasks(
  tasks: readonly ColumnTask[],
  outcomes: ReadonlyMap<string, Outcome>,
  spec: ComparisonSpec,
  frame: Omit<ReportFrame, 'criticalP'>,
): { readonly columns: readonly ColumnReport[]; readonly family: Family } {
  const { rule } = frame;
  const analysed = tasks.map((task) => {
    const outcome = outcomes.get(task.name);
    return {
      task,
      analysis: outcome && 'analysis' in outcome ? outcome.analysis : null,
      error: outcome && 'error' in outcome ? outcome.error : null,
      limit: spec.columns?.limits?.[task.name] ?? rule.effect,
    };
  });
  const decided = decideReport(
    analysed.map(({ analysis, limit }) => ({ values: analysis?.values ?? null, missing: analysis?.missing ?? null, limit })),
    rule,
  );
  const { family, shared } = decided;
  const columns = analysed.map((column, i) =>
    columnReport({ ...column, values: decided.values[i]!, missing: decided.missing[i]! }, { ...frame, criticalP: family.criticalP }),
  );
  return { columns, family: { ...family, correlation: shared } };
}

/** Rows that may belong together, and whether the reference tells how they differ; null when all rows are taken as independent. */
function blocksUsed(plan: ChunkPlan, referenceLayout: RowLayout, currentLayout: RowLayout): Blocks | null {
  if (plan.blockBy === null || plan.blockColumn === null) return null;
  const reference = referenceLayout.wholeUnits.length;
  return {
    by: plan.blockBy,
    column: plan.blockColumn,
    reference,
    current: currentLayout.wholeUnits.length,
    enough: reference >= fewestBlocks,
  };
}

/** Start of a block of current, epoch milliseconds. */
function startOfBlocks({ blockBy }: ChunkPlan, { wholeUnits }: RowLayout): (block: number) => number {
  return (block) => (wholeUnits[block] ?? Number.NaN) * (blockBy === 'hour' ? hourMs : dayMs);
}

const noteOrder = { alert: 0, watch: 1, info: 2 };

function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => noteOrder[a.level] - noteOrder[b.level]);
}
