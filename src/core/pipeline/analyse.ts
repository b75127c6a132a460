import { type BlockUse, fewestBlocks } from '../check/columnEvidence.ts';
import { decideReport } from '../check/decideReport.ts';
import { decisionRule } from '../check/decisionRule.ts';
import { findingsOf } from '../check/findingsOf.ts';
import type { DecisionRule, Family } from '../check/verdict.ts';
import { withChecks } from '../check/withChecks.ts';
import { bothOf } from '../data/bothOf.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import { noCommonColumn } from '../data/noCommonColumn.ts';
import type { Table } from '../data/table.ts';
import { dayMs, hourMs } from '../read/chunks/calendar.ts';
import { type ChunkPlan, calendarOf, chunkPlan } from '../read/chunks/chunkPlan.ts';
import { seasonOf, withLikeParts } from '../read/chunks/likeRows.ts';
import { type RowLayout, readRowLayout, wholeLayout } from '../read/chunks/rowLayout.ts';
import { type SampledRows, sampledRows } from '../read/chunks/sampledRows.ts';
import { ColumnCache } from '../read/columnCache.ts';
import { sampleSteps } from '../read/sampleStep.ts';
import { newReport } from '../report/newReport.ts';
import type { Note } from '../report/note.ts';
import type { Report, ReportSeason } from '../report/report.ts';
import { columnsOf, driftOf } from '../report/sectionOf.ts';
import { rankedThings } from '../roles/inferColumns.ts';
import { resourceColumns } from '../roles/resourceColumns.ts';
import { timeColumn } from '../roles/timeColumn.ts';
import { blockNotes } from '../sections/drift/compute/blockNotes.ts';
import { columnAnalyses, type Outcome } from '../sections/drift/compute/columnAnalyses.ts';
import { columnReport, type ReportFrame } from '../sections/drift/compute/columnReport.ts';
import { type ColumnTask, columnTasks, type EvaluatedColumns } from '../sections/drift/compute/columnTask.ts';
import { ownBuffer, ownThread } from '../sections/drift/compute/columnWorkers.ts';
import { datasetSummary } from '../sections/drift/compute/datasetSummary.ts';
import { mostDriftedFirst } from '../sections/drift/compute/mostDriftedFirst.ts';
import { previewPace } from '../sections/drift/compute/previewPace.ts';
import { summary } from '../sections/drift/compute/summary.ts';
import { timeAxisOf } from '../sections/drift/compute/timeAxis.ts';
import type { Blocks, ColumnReport, DriftResult } from '../sections/drift/result.ts';
import { columnNotes } from '../sections/quality/compute/columnNotes.ts';
import { tableNotes } from '../sections/quality/compute/tableNotes.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { AnalysisRun } from './analysisRun.ts';
import { evaluate } from './evaluate.ts';
import { evaluateAlone } from './evaluateAlone.ts';
import { withEvaluation } from './withEvaluation.ts';

interface Tables {
  /** Null when predictions are evaluated by themselves. */
  readonly reference: Table | null;
  readonly current: Table;
}

interface TwoTables {
  readonly reference: Table;
  readonly current: Table;
}

/** Part of the budget for columns kept from profiling; threads sort in the rest. */
const heldShare = 0.8;
/** Sides of more columns than this are profiled one after the other: it takes memory for each column. */
const mostProfiledTogether = 200;

/**
 * Compares two tables (and evaluates them as predictions when the spec says so): roles, chunks, every column decided over its windows in one family, quality notes, findings. Rejects with a DataError when nothing can
 * be compared (no common column, an unknown or unusable column in the spec) and with the signal's reason when cancelled; a column that fails by
 * itself is reported as failed.
 */
export async function analyse(spec: ComparisonSpec, { reference, current }: Tables, run: AnalysisRun): Promise<Report> {
  return reference === null ? evaluateAlone(spec, current, run) : compareTables(spec, { reference, current }, run);
}

async function compareTables(spec: ComparisonSpec, tables: TwoTables, run: AnalysisRun): Promise<Report> {
  const started = run.now();
  const rule = decisionRule(spec.profile ?? 'default');
  const buffer = run.buffer ?? ownBuffer;
  const held = new ColumnCache(tables.reference.info, tables.current.info, run.budgetBytes * heldShare, buffer);
  const profile = (side: 'reference' | 'current'): Promise<readonly ColumnProfile[]> => {
    const { label, rows } = tables[side].info;
    run.progress({ stage: 'profiling', done: 0, total: 0, item: label });
    return tables[side].profile(run.signal, held.hold(side, rows));
  };
  const wide = Math.max(tables.reference.info.columns.length, tables.current.info.columns.length) > mostProfiledTogether;
  // Together: what one waits for the other can do.
  const [reference, current] = wide
    ? [await profile('reference'), await profile('current')]
    : await bothOf([profile('reference'), profile('current')]);
  checkColumns(spec, reference, current);
  const time = timeColumn(spec, reference, current);
  const plan = chunkPlan(
    spec,
    time,
    { profiles: reference, rows: tables.reference.info.rows },
    { profiles: current, rows: tables.current.info.rows },
  );
  if (spec.chunk !== undefined && 'by' in spec.chunk && spec.chunk.by !== 'auto' && spec.chunk.by !== 'none' && plan.unit === null) {
    throw new DataError('not_a_timestamp', { file: addressOf(spec.current), expected: spec.chunk.by });
  }
  const things = spec.evaluate === undefined ? undefined : evaluatedColumns(spec, current);
  const tasks = columnTasks(spec, reference, current, time, things);
  const report = (known: Known) => reportOf(known, { spec, tables, run, started, rule, plan, tasks });
  const pace = previewPace(run.now, started);
  const tested = tasks.filter((t) => t.read !== null).length;
  let sampled: readonly Note[] = [];
  let season: ReportSeason | null = null;
  const soFar = (outcomes: ReadonlyMap<string, Outcome>, referenceLayout: RowLayout, currentLayout: RowLayout) => {
    const make = () =>
      report({ referenceLayout, currentLayout, season, outcomes, sampled, duplicates: { reference: null, current: null } });
    if (run.preview) pace(() => run.preview?.(make(), { done: outcomes.size, total: tested }));
  };
  soFar(new Map(), wholeLayout(tables.reference.info.rows), wholeLayout(tables.current.info.rows));
  const read = {
    reference: await readRowLayout(tables.reference, plan, plan.reference, run.signal),
    current: await readRowLayout(tables.current, plan, plan.current, run.signal),
  };
  const unitMs = calendarOf(plan)?.unitMs ?? null;
  season = seasonOf(read.reference, read.current, unitMs);
  const referenceLayout = withLikeParts(read.reference, season, unitMs);
  const currentLayout = withLikeParts(read.current, season, unitMs);
  const numbers = rowsOfNumbers(referenceLayout, currentLayout, run.budgetBytes);
  sampled = sampledNotes(numbers, tables, tasks);
  if (numbers.reference.places !== null || numbers.current.places !== null) held.keepOnly([]);
  const layouts = { reference: numbers.reference.layout, current: numbers.current.layout };
  const use = blockUse(plan, referenceLayout, rule);
  const computer = (run.computer ?? ownThread)({ referenceLayout, currentLayout, numbers: layouts, rule, use });
  const outcomes = await columnAnalyses(mostDriftedFirst(tasks), {
    ...tables,
    referenceLayout,
    currentLayout,
    numbers,
    referenceKey: plan.reference.key,
    currentKey: plan.current.key,
    computer,
    buffer,
    held,
    budgetBytes: run.budgetBytes,
    signal: run.signal,
    progress: run.progress,
    soFar: (done) => soFar(done, referenceLayout, currentLayout),
  }).finally(() => computer.close());
  soFar(outcomes, referenceLayout, currentLayout);
  run.progress({ stage: 'deciding', done: 0, total: 0, item: null });
  const duplicates = {
    reference: await tables.reference.countDuplicates(run.signal),
    current: await tables.current.countDuplicates(run.signal),
  };
  const compared = report({ referenceLayout, currentLayout, season, outcomes, sampled, duplicates });
  if (spec.evaluate === undefined) return compared;
  const evaluated = await evaluate({
    spec,
    tables,
    profiles: { reference, current },
    layouts: { reference: referenceLayout, current: currentLayout },
    time: compared.time,
    correlation: driftOf(compared).family.correlation.plain,
    calendar: calendarOf(plan),
    columns: columnsOf(compared),
    run,
  });
  return withEvaluation(compared, evaluated, run.now() - started);
}

interface RowsOfNumbers {
  readonly reference: SampledRows;
  readonly current: SampledRows;
}

/** All rows of both sides, or as many, evenly drawn, as one column can be sorted of within the budget. */
function rowsOfNumbers(reference: RowLayout, current: RowLayout, budgetBytes: number): RowsOfNumbers {
  const steps = sampleSteps(reference, current, budgetBytes);
  return { reference: sampledRows(reference, steps.reference), current: sampledRows(current, steps.current) };
}

/** What is found out about two tables bit by bit. */
interface Known {
  readonly referenceLayout: RowLayout;
  readonly currentLayout: RowLayout;
  readonly season: ReportSeason | null;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly sampled: readonly Note[];
  readonly duplicates: { readonly reference: number | null; readonly current: number | null };
}

/** What a run has settled before it tests columns. */
interface Settled {
  readonly spec: ComparisonSpec;
  readonly tables: TwoTables;
  readonly run: AnalysisRun;
  readonly started: number;
  readonly rule: DecisionRule;
  readonly plan: ChunkPlan;
  readonly tasks: readonly ColumnTask[];
}

function reportOf(known: Known, settled: Settled): Report {
  const { referenceLayout, currentLayout, outcomes, duplicates } = known;
  const { spec, tables, run, started, rule, plan, tasks } = settled;
  const timeAxis = timeAxisOf(plan, referenceLayout, currentLayout);
  const { columns, family } = decideTasks(tasks, outcomes, spec, {
    time: timeAxis,
    rule,
    season: known.season,
    startOf: startOfBlocks(plan, currentLayout),
  });
  const blocks = blocksUsed(plan, referenceLayout, currentLayout);
  const notes = [
    ...run.notes,
    ...tableNotes({
      reference: tables.reference.info,
      current: tables.current.info,
      duplicates,
      plan,
      currentLayout,
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
  const drift: DriftResult = {
    rule,
    blocks,
    family,
    summary: summary(columns, spec),
    columns,
  };
  const sections = withChecks([
    { kind: 'quality', result: {}, notes: sortNotes(notes), failed: null },
    { kind: 'drift', result: drift, notes: [], failed: null },
  ]);
  return newReport(
    {
      spec,
      datasets: {
        reference: datasetSummary(tables.reference, plan.reference.span, duplicates.reference),
        current: datasetSummary(tables.current, plan.current.span, duplicates.current),
      },
      time: timeAxis,
      season: known.season,
      sections,
      findings: findingsOf({ sections, time: timeAxis }),
    },
    run,
    started,
  );
}

/** Says of numbers that were read from some of the rows only. */
function sampledNotes({ reference, current }: RowsOfNumbers, whole: TwoTables, tasks: readonly ColumnTask[]): Note[] {
  if ((reference.places === null && current.places === null) || !tasks.some(({ read }) => read === 'numbers')) return [];
  const values = {
    reference: reference.places?.length ?? whole.reference.info.rows,
    referenceRows: whole.reference.info.rows,
    current: current.places?.length ?? whole.current.info.rows,
    currentRows: whole.current.info.rows,
  };
  return [{ code: 'numbers_sampled', level: 'info', side: 'both', column: null, values }];
}

function evaluatedColumns(spec: ComparisonSpec, current: readonly ColumnProfile[]): EvaluatedColumns {
  const { target, prediction, score, scores = {} } = spec.evaluate ?? {};
  const parts = [target, prediction, score, ...Object.values(scores)].filter((name) => typeof name === 'string');
  return {
    ids: rankedThings(spec, current),
    resources: new Set(resourceColumns(spec, current, new Set(parts)).map(({ column }) => column)),
  };
}

function checkColumns(spec: ComparisonSpec, reference: readonly ColumnProfile[], current: readonly ColumnProfile[]): void {
  const names = { reference: reference.map(({ name }) => name), current: current.map(({ name }) => name) };
  const refusal = noCommonColumn(addressOf(spec.current), names.reference, names.current);
  if (refusal !== null) throw refusal;
  const known = new Set([...names.reference, ...names.current]);
  const { group, include = [] } = spec.columns ?? {};
  for (const name of [...include, ...(group === undefined ? [] : [group])]) {
    if (!known.has(name)) throw new DataError('unknown_column', { column: name, file: addressOf(spec.current) });
  }
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

/** How the rows of a run are taken together. */
function blockUse({ blockBy, unit }: ChunkPlan, { wholeUnits }: RowLayout, { minRows }: DecisionRule): BlockUse {
  const ordered = blockBy === 'day' || blockBy === 'hour';
  const cycle = blockBy === 'hour' ? hoursADay : daysAWeek;
  return {
    by: blockBy === null ? 'rows' : wholeUnits.length >= fewestBlocks ? 'blocks' : 'unknown',
    ordered,
    // Before the epoch days and hours have negative numbers.
    phases: ordered ? wholeUnits.map((block) => ((block % cycle) + cycle) % cycle) : null,
    single: ordered && unit !== blockBy,
    minRows,
  };
}

const daysAWeek = 7;
const hoursADay = 24;

/** Start of a block of current, epoch milliseconds. */
function startOfBlocks({ blockBy }: ChunkPlan, { wholeUnits }: RowLayout): (block: number) => number {
  return (block) => (wholeUnits[block] ?? Number.NaN) * (blockBy === 'hour' ? hourMs : dayMs);
}

const noteOrder = { alert: 0, watch: 1, info: 2 };

function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => noteOrder[a.level] - noteOrder[b.level]);
}
