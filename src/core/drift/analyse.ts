import { type ChunkPlan, calendarOf, chunkPlan } from '../chunks/chunkPlan.ts';
import { type RowLayout, readRowLayout, wholeLayout } from '../chunks/rowLayout.ts';
import { type SampledRows, sampledRows } from '../chunks/sampledRows.ts';
import { bothOf } from '../data/bothOf.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import { noCommonColumn } from '../data/noCommonColumn.ts';
import type { Table } from '../data/table.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { evaluateAlone } from '../evaluate/evaluateAlone.ts';
import { rankedThings } from '../evaluate/inferColumns.ts';
import { resourceColumns } from '../evaluate/resourceColumns.ts';
import { withEvaluation } from '../evaluate/withEvaluation.ts';
import { columnNotes } from '../quality/columnNotes.ts';
import { tableNotes } from '../quality/tableNotes.ts';
import type { ColumnReport, DecisionRule, Note, Report, TimeAxis } from '../report/report.ts';
import type { ComparisonSpec } from '../report/spec.ts';
import { timeColumn } from '../roles/timeColumn.ts';
import type { AnalysisRun } from './analysisRun.ts';
import { columnAnalyses, type Outcome } from './columnAnalyses.ts';
import { ownBuffer, ownThread } from './columnComputer.ts';
import { columnReport } from './columnReport.ts';
import { type ColumnTask, columnTasks, type EvaluatedColumns } from './columnTask.ts';
import { datasetSummary } from './datasetSummary.ts';
import { criticalP, decide } from './decide.ts';
import { decisionRule } from './decisionRule.ts';
import { findings } from './findings.ts';
import { HeldColumns } from './heldColumns.ts';
import { likelyFirst } from './likelyFirst.ts';
import { missingChanges } from './missingChange.ts';
import { previewPace } from './previewPace.ts';
import { sampleStep } from './sampleStep.ts';
import { summary } from './summary.ts';
import { timeAxisOf } from './timeAxis.ts';

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
/** More permutations than this are never made, whatever the family. */
const mostPermutations = 200_000;

/**
 * Compares two tables (and evaluates them as predictions when the spec says so): roles, chunks, every column × window tested in one family, quality notes, findings. Rejects with a DataError when nothing can
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
  const held = new HeldColumns(tables.reference.info, tables.current.info, run.budgetBytes * heldShare, buffer);
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
    throw new DataError('not_a_timestamp', { file: spec.current.path, expected: spec.chunk.by });
  }
  const things = spec.evaluate === undefined ? undefined : evaluatedColumns(spec, current);
  const tasks = columnTasks(spec, reference, current, time, things);
  const report = (known: Known) => reportOf(known, { spec, tables, run, started, rule, plan, tasks });
  const pace = previewPace(run.now, started);
  const tested = tasks.filter((t) => t.read !== null).length;
  let sampled: readonly Note[] = [];
  const soFar = (outcomes: ReadonlyMap<string, Outcome>, referenceLayout: RowLayout, currentLayout: RowLayout) => {
    const make = () => report({ referenceLayout, currentLayout, outcomes, sampled, duplicates: { reference: null, current: null } });
    if (run.preview) pace(() => run.preview?.(make(), { done: outcomes.size, total: tested }));
  };
  soFar(new Map(), wholeLayout(tables.reference.info.rows), wholeLayout(tables.current.info.rows));
  const referenceLayout = await readRowLayout(tables.reference, plan, plan.reference, run.signal);
  const currentLayout = await readRowLayout(tables.current, plan, plan.current, run.signal);
  const cells = tested * (1 + plan.current.chunks.length);
  const resolveTo = Math.min(mostPermutations, Math.ceil(cells / rule.q));
  const numbers = rowsOfNumbers(referenceLayout, currentLayout, run.budgetBytes);
  sampled = sampledNotes(numbers, tables, tasks);
  if (numbers.reference.places !== null) held.keepOnly([]);
  const layouts = { reference: numbers.reference.layout, current: numbers.current.layout };
  const computer = (run.computer ?? ownThread)({ referenceLayout, currentLayout, numbers: layouts, rule, resolveTo });
  const outcomes = await columnAnalyses(likelyFirst(tasks), {
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
  const compared = report({ referenceLayout, currentLayout, outcomes, sampled, duplicates });
  if (spec.evaluate === undefined) return compared;
  const evaluation = await evaluate({
    spec,
    tables,
    profiles: { reference, current },
    layouts: { reference: referenceLayout, current: currentLayout },
    time: compared.time,
    calendar: calendarOf(plan),
    columns: compared.columns,
    run,
  });
  return withEvaluation(compared, evaluation, run.now() - started);
}

interface RowsOfNumbers {
  readonly reference: SampledRows;
  readonly current: SampledRows;
}

/** All rows of both sides, or as many, evenly drawn, as one column can be sorted of within the budget. */
function rowsOfNumbers(reference: RowLayout, current: RowLayout, budgetBytes: number): RowsOfNumbers {
  const step = sampleStep(reference, current, budgetBytes);
  return { reference: sampledRows(reference, step), current: sampledRows(current, step) };
}

/** What is found out about two tables bit by bit. */
interface Known {
  readonly referenceLayout: RowLayout;
  readonly currentLayout: RowLayout;
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
  const { columns, family } = decideColumns(tasks, outcomes, timeAxis, spec, rule);
  const notes = [
    ...run.notes,
    ...tableNotes({
      reference: tables.reference.info,
      current: tables.current.info,
      duplicates,
      plan,
      referenceLayout,
      currentLayout,
      columns,
      zonesDiffer: run.notes.some(({ code, column }) => code === 'zones_differ' && column === plan.column),
    }),
    ...known.sampled,
    ...columns.flatMap((column) => {
      const outcome = outcomes.get(column.name);
      return columnNotes(column, outcome && 'analysis' in outcome ? outcome.analysis.outOfRange : null, rule.minRows);
    }),
  ];
  return {
    schema: 'driftbook.report',
    version: 1,
    kind: 'comparison',
    createdAt: new Date(run.now()).toISOString(),
    durationMs: run.now() - started,
    tool: { name: 'driftbook', version: run.version },
    spec,
    rule,
    chunking: spec.chunk ?? { by: 'auto' },
    reference: datasetSummary(tables.reference, plan.reference.span, duplicates.reference),
    current: datasetSummary(tables.current, plan.current.span, duplicates.current),
    time: timeAxis,
    blocks: blocksUsed(plan, referenceLayout, currentLayout, columns),
    family,
    summary: summary(columns, spec),
    notes: sortNotes(notes),
    columns,
    findings: findings(columns, timeAxis),
    evaluation: null,
  };
}

/** Says of numbers that were read from some of the rows only. */
function sampledNotes({ reference, current }: RowsOfNumbers, whole: TwoTables, tasks: readonly ColumnTask[]): Note[] {
  if (reference.places === null || current.places === null || !tasks.some(({ read }) => read === 'numbers')) return [];
  const values = {
    reference: reference.places.length,
    referenceRows: whole.reference.info.rows,
    current: current.places.length,
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
  const refusal = noCommonColumn(spec.current.path, names.reference, names.current);
  if (refusal !== null) throw refusal;
  const known = new Set([...names.reference, ...names.current]);
  const { group, include = [] } = spec.columns ?? {};
  for (const name of [...include, ...(group === undefined ? [] : [group])]) {
    if (!known.has(name)) throw new DataError('unknown_column', { column: name, file: spec.current.path });
  }
}

function decideColumns(
  tasks: readonly ColumnTask[],
  outcomes: ReadonlyMap<string, Outcome>,
  time: TimeAxis | null,
  spec: ComparisonSpec,
  rule: DecisionRule,
): { readonly columns: readonly ColumnReport[]; readonly family: Report['family'] } {
  const analysed = tasks.map((task) => {
    const outcome = outcomes.get(task.name);
    return {
      task,
      analysis: outcome && 'analysis' in outcome ? outcome.analysis : null,
      error: outcome && 'error' in outcome ? outcome.error : null,
      limit: spec.columns?.limits?.[task.name] ?? rule.effect,
    };
  });
  const cells = analysed.flatMap(({ analysis, limit }) =>
    analysis === null ? [] : [analysis.whole, ...analysis.chunks].map(({ test }) => ({ test, limit })),
  );
  const tests = cells.map((c) => c.test);
  const verdicts = decide(
    tests,
    cells.map((c) => c.limit),
    rule,
  );
  const alpha = criticalP(tests, verdicts, rule);
  const missing = missingChanges(
    analysed.map(({ task, analysis, limit }) => ({
      reference: task.reference,
      current: task.current,
      p: analysis?.missingP ?? null,
      limit,
    })),
    rule,
  );
  let at = 0;
  const columns = analysed.map((column, i) => {
    const chunks = column.analysis?.chunks.length ?? 0;
    const whole = column.analysis === null ? null : verdicts[at++]!;
    const chunkVerdicts = verdicts.slice(at, at + chunks);
    at += chunks;
    return columnReport({ ...column, whole, chunks: chunkVerdicts, missing: missing[i]! }, time, rule, alpha);
  });
  return { columns, family: { cells: tests.filter((t) => t.p !== null).length, criticalP: alpha } };
}

function blocksUsed(
  plan: ChunkPlan,
  referenceLayout: RowLayout,
  currentLayout: RowLayout,
  columns: readonly ColumnReport[],
): Report['blocks'] {
  if (plan.blockBy === null || plan.blockColumn === null) return null;
  if (!columns.some((c) => c.test === 'block_permutation' || c.chunks.some((k) => k.test === 'block_permutation'))) return null;
  return { by: plan.blockBy, column: plan.blockColumn, reference: referenceLayout.wholeBlockCount, current: currentLayout.wholeBlockCount };
}

const noteOrder = { alert: 0, watch: 1, info: 2 };

function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => noteOrder[a.level] - noteOrder[b.level]);
}
