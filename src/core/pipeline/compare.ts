import { type BlockUse, fewestBlocks } from '../check/columnEvidence.ts';
import { decisionRule } from '../check/decisionRule.ts';
import type { DecisionRule } from '../check/verdict.ts';
import { bothOf } from '../data/bothOf.ts';
import type { ColumnProfile } from '../data/columnProfile.ts';
import { DataError } from '../data/dataError.ts';
import { noCommonColumn } from '../data/noCommonColumn.ts';
import { type ChunkPlan, calendarOf, chunkPlan } from '../read/chunks/chunkPlan.ts';
import { seasonOf, withLikeParts } from '../read/chunks/likeRows.ts';
import { type RowLayout, readRowLayout, wholeLayout } from '../read/chunks/rowLayout.ts';
import { type SampledRows, sampledRows } from '../read/chunks/sampledRows.ts';
import { ColumnCache } from '../read/columnCache.ts';
import type { ColumnReader } from '../read/columnReader.ts';
import type { ColumnReaders } from '../read/columnReaders.ts';
import type { ColumnSources } from '../read/columnSources.ts';
import { sampleSteps } from '../read/sampleStep.ts';
import type { Note } from '../report/note.ts';
import type { Report, ReportSeason } from '../report/report.ts';
import { rankedThings } from '../roles/inferColumns.ts';
import { resourceColumns } from '../roles/resourceColumns.ts';
import { timeColumn } from '../roles/timeColumn.ts';
import { columnAnalyses } from '../sections/drift/compute/columnAnalyses.ts';
import { type ColumnTask, columnTasks, type EvaluatedColumns } from '../sections/drift/compute/columnTask.ts';
import { ownBuffer, ownThread } from '../sections/drift/compute/columnWorkers.ts';
import { mostDriftedFirst } from '../sections/drift/compute/mostDriftedFirst.ts';
import { previewPace } from '../sections/drift/compute/previewPace.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import type { BudgetedRun } from './analysisRun.ts';
import { comparisonReport, type Known, type Settled } from './comparisonReport.ts';

/** What a comparison reads from. */
export interface ComparedData {
  readonly readers: ColumnReaders<ColumnReader>;
  readonly sources: ColumnSources;
}

/** A run, and when it began. */
export interface BegunRun {
  readonly run: BudgetedRun;
  readonly started: number;
}

/** The report of a comparison, and what it has learned of the rows. */
export interface Compared {
  readonly report: Report;
  readonly profiles: Profiles;
  readonly layouts: { readonly reference: RowLayout; readonly current: RowLayout };
  readonly plan: ChunkPlan;
}

interface Profiles {
  readonly reference: readonly ColumnProfile[];
  readonly current: readonly ColumnProfile[];
}

/** How the rows of both sides lie, and which of them numbers are read from. */
interface Rows {
  readonly layouts: Compared['layouts'];
  readonly numbers: { readonly reference: SampledRows; readonly current: SampledRows };
  readonly season: ReportSeason | null;
}

/** Sides of more columns than this are profiled one after the other: it takes memory for each column. */
const mostProfiledTogether = 200;

/** Compares two datasets column by column. Rejects as `analyse` does. */
export async function compare(spec: ComparisonSpec, { readers, sources }: ComparedData, begun: BegunRun): Promise<Compared> {
  const { run } = begun;
  const buffer = run.buffer ?? ownBuffer;
  const held = new ColumnCache(readers.reference.info, readers.current.info, run.budget, buffer);
  const profiles = await profileBoth(readers, held, run);
  const settled = settle(spec, readers, profiles, begun);
  const { plan, tasks, rule } = settled;
  const soFar = previewer(settled);
  soFar(unread(settled));
  const { layouts, numbers, season } = await layOutRows(readers, plan, run);
  const sampled = sampledNotes({ layouts, numbers }, tasks);
  if (numbers.reference.places !== null || numbers.current.places !== null) held.keepOnly([]);
  const computer = (run.computer ?? ownThread)({
    referenceLayout: layouts.reference,
    currentLayout: layouts.current,
    numbers: { reference: numbers.reference.layout, current: numbers.current.layout },
    rule,
    use: blockUse(plan, layouts.reference, rule),
  });
  const known = (outcomes: Known['outcomes']): Known => ({ ...unread(settled), layouts, season, sampled, outcomes });
  const outcomes = await columnAnalyses(mostDriftedFirst(tasks), {
    readers,
    sources,
    laid: { keys: { reference: plan.reference.key, current: plan.current.key }, layouts },
    numbers,
    computer,
    buffer,
    held,
    run,
    soFar: (done) => soFar(known(done)),
  }).finally(() => computer.close());
  soFar(known(outcomes));
  run.progress({ stage: 'deciding', done: 0, total: 0, item: null });
  const duplicates = { reference: await readers.reference.duplicates(), current: await readers.current.duplicates() };
  return { report: comparisonReport({ ...known(outcomes), duplicates }, settled), profiles, layouts, plan };
}

async function profileBoth(readers: ComparedData['readers'], held: ColumnCache, run: BudgetedRun): Promise<Profiles> {
  const profile = (side: 'reference' | 'current'): Promise<readonly ColumnProfile[]> => {
    const { label, rows } = readers[side].info;
    run.progress({ stage: 'profiling', done: 0, total: 0, item: label });
    return readers[side].profile(held.hold(side, rows));
  };
  const wide = Math.max(readers.reference.info.columns.length, readers.current.info.columns.length) > mostProfiledTogether;
  // Together: what one waits for the other can do.
  const [reference, current] = wide
    ? [await profile('reference'), await profile('current')]
    : await bothOf([profile('reference'), profile('current')]);
  return { reference, current };
}

/** What is settled before columns are tested. */
function settle(spec: ComparisonSpec, readers: ComparedData['readers'], { reference, current }: Profiles, begun: BegunRun): Settled {
  const infos = { reference: readers.reference.info, current: readers.current.info };
  checkColumns(spec, reference, current);
  const time = timeColumn(spec, reference, current);
  const plan = chunkPlan(spec, time, { profiles: reference, rows: infos.reference.rows }, { profiles: current, rows: infos.current.rows });
  if (spec.chunk !== undefined && 'by' in spec.chunk && spec.chunk.by !== 'auto' && spec.chunk.by !== 'none' && plan.unit === null) {
    throw new DataError('not_a_timestamp', { file: addressOf(spec.current), expected: spec.chunk.by });
  }
  const things = spec.evaluate === undefined ? undefined : evaluatedColumns(spec, current);
  const tasks = columnTasks(spec, reference, current, time, things);
  return { spec, infos, ...begun, rule: decisionRule(spec.profile ?? 'default'), plan, tasks };
}

/** What is known before any row is read. */
function unread({ infos }: Settled): Known {
  return {
    layouts: { reference: wholeLayout(infos.reference.rows), current: wholeLayout(infos.current.rows) },
    season: null,
    outcomes: new Map(),
    sampled: [],
    duplicates: { reference: null, current: null },
  };
}

/** Shows what is known so far when it is due, if anybody looks. */
function previewer(settled: Settled): (known: Known) => void {
  const { run, started, tasks } = settled;
  const { preview } = run;
  if (preview === undefined) return () => {};
  const pace = previewPace(run.now, started);
  const total = tasks.filter((t) => t.read !== null).length;
  return (known) => pace(() => preview(comparisonReport(known, settled), { done: known.outcomes.size, total }));
}

async function layOutRows(readers: ComparedData['readers'], plan: ChunkPlan, run: BudgetedRun): Promise<Rows> {
  const reference = await readRowLayout(readers.reference, plan, plan.reference);
  const current = await readRowLayout(readers.current, plan, plan.current);
  const unitMs = calendarOf(plan)?.unitMs ?? null;
  const season = seasonOf(reference, current, unitMs);
  const layouts = { reference: withLikeParts(reference, season, unitMs), current: withLikeParts(current, season, unitMs) };
  // All rows of both sides, or as many, evenly drawn, as one column can be sorted of within the budget.
  const steps = sampleSteps(layouts.reference, layouts.current, run.budget);
  const numbers = {
    reference: sampledRows(layouts.reference, steps.reference),
    current: sampledRows(layouts.current, steps.current),
  };
  return { layouts, numbers, season };
}

/** Says of numbers that were read from some of the rows only. */
function sampledNotes({ layouts, numbers: { reference, current } }: Omit<Rows, 'season'>, tasks: readonly ColumnTask[]): Note[] {
  if ((reference.places === null && current.places === null) || !tasks.some(({ read }) => read === 'numbers')) return [];
  const values = {
    reference: reference.layout.rows,
    referenceRows: layouts.reference.rows,
    current: current.layout.rows,
    currentRows: layouts.current.rows,
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
