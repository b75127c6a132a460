import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import type { Progress } from '../../core/data/progress.ts';
import { cellKinds, kindOfCell } from '../../core/driftbook/cells/registry.ts';
import type { Driftbook } from '../../core/driftbook/driftbook.ts';
import type { CellFailure, CellReason, DriftbookRun, PastRun, RunCell } from '../../core/driftbook/driftbookRun.ts';
import { driftbookSpec } from '../../core/driftbook/driftbookSpec.ts';
import { checksOfCell, nameOfCell, type PlacedCell, runCell, unrunCell } from '../../core/pipeline/runCell.ts';
import type { Report } from '../../core/report/report.ts';
import type { SpecLayer } from '../../core/spec/comparisonSpec.ts';
import type { ComparisonSpec } from '../../core/spec/spec.ts';
import type { EngineOptions } from '../../shared/workerProtocol.ts';
import { run } from '../run.ts';
import type { WorkerClient } from '../workerClient.ts';
import { headCommit } from './headCommit.ts';
import { runFiles } from './runFiles.ts';

/** What is to be run, by which program. */
export interface DriftbookRequest {
  /** The file: paths of datasets lead from its folder. */
  readonly path: string;
  /** Its text, and what it holds; whoever runs it has looked at its problems first. */
  readonly text: string;
  readonly driftbook: Driftbook;
  readonly engine: EngineOptions;
  readonly version: string;
  /** Cells that are run, by position, name or kind; absent: all. */
  readonly cells?: readonly (number | string)[];
  /** What stands below the file. */
  readonly settings?: SpecLayer;
  /** The runs before, oldest first (`RunStore.past`); absent: none are known. */
  readonly past?: readonly PastRun[];
  /** Whether git may be asked for the commit; revisions of datasets ask the engine's client. */
  readonly mayRunGit: boolean;
}

/** Who follows a run. */
export interface DriftbookFollower {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Hears of each cell as soon as it is decided, in the order of the file within one question. */
  readonly onCell?: (cell: RunCell, report: Report | null) => void;
}

/** One comparison or evaluation, and the cells that it answers. */
interface Question {
  readonly spec: ComparisonSpec;
  readonly cells: PlacedCell[];
}

/**
 * Runs the cells of a driftbook: one engine run for each distinct question, cells that compare sharing that of those that evaluate. A cell that fails
 * does not stop the others; one whose kind cannot be run yet, or that asks for what cannot be read yet, does not apply, with the reason. Rejects with an
 * AbortError alone, and with an Error when the program itself fails.
 */
export async function runDriftbook(client: WorkerClient, request: DriftbookRequest, follower: DriftbookFollower): Promise<DriftbookRun> {
  const { path, text, driftbook, version, mayRunGit, past = [] } = request;
  const started = new Date();
  const folder = dirname(resolve(path));
  const today = started.toISOString().slice(0, 10);
  const found = new Map<number, RunCell>();
  const reports: Report[] = [];
  const tell = (cell: RunCell): void => {
    found.set(cell.index, cell);
    follower.onCell?.(cell, cell.report === null ? null : reports[cell.report]!);
  };
  const asked: PlacedCell[] = [];
  for (const placed of askedCells(driftbook, request.cells)) {
    const reason = unfitFor(placed, driftbook);
    if (reason === null) asked.push(placed);
    else tell(unrunCell(placed, reason));
  }
  const answer = async ({ spec, cells }: Question): Promise<void> => {
    const report = await compared(client, request, spec, follower);
    const position = reports.push(report) - 1;
    for (const placed of cells) tell(runCell(placed, { report, position, past, today }));
  };
  for (const question of questions(asked, request, folder)) {
    try {
      await answer(question);
    } catch (error) {
      if (isAbort(error)) throw error;
      // What is wrong with an evaluation is not wrong with the comparison.
      const alone = question.cells.filter((placed) => question.spec.evaluate !== undefined && !needsEvaluation(placed));
      for (const placed of question.cells) if (!alone.includes(placed)) tell(unrunCell(placed, 'failed', failureOf(error)));
      if (alone.length === 0) continue;
      try {
        const { evaluate: _, ...spec } = question.spec;
        await answer({ spec, cells: alone });
      } catch (second) {
        if (isAbort(second)) throw second;
        for (const placed of alone) tell(unrunCell(placed, 'failed', failureOf(second)));
      }
    }
  }
  return {
    schema: 'driftbook.run',
    version: 1,
    id: `${stamp(started)}-${randomBytes(4).toString('hex')}`,
    driftbook: { file: basename(path), title: driftbook.title ?? null, hash: createHash('sha256').update(text).digest('hex') },
    tool: { name: 'driftbook', version },
    startedAt: started.toISOString(),
    finishedAt: new Date().toISOString(),
    commit: mayRunGit ? await headCommit(folder, follower.signal) : null,
    files: await runFiles(reports),
    cells: [...found.values()].sort((a, b) => a.index - b.index),
    reports,
  };
}

/** `20261231T235959123Z`: sorts by time, and is a name of a file everywhere. */
function stamp(time: Date): string {
  return time.toISOString().replace(/[-:.]/g, '');
}

/** The cells that are asked for, by position, name or kind. */
function askedCells({ cells }: Driftbook, wanted: DriftbookRequest['cells']): PlacedCell[] {
  const all = cells.map((cell, index) => ({ cell, index }));
  if (wanted === undefined) return all;
  return all.filter(({ cell, index }) => wanted.some((word) => word === index || word === nameOfCell(cell) || word === kindOfCell(cell)));
}

/** Why a cell cannot be run; null: it can. */
function unfitFor(placed: PlacedCell, { datasets, labels }: Driftbook): CellReason | null {
  const kind = kindOfCell(placed.cell);
  if (kind === 'markdown') return 'prose';
  if (cellKinds[kind].sections.length === 0) return 'kind';
  const sides = [datasets.reference, datasets.current];
  // Other rows than those that were asked for would be looked at.
  if (sides.some((side) => side?.last !== undefined)) return 'last';
  if (sides.some((side) => side?.rev !== undefined && side.table !== undefined)) return 'table_of_revision';
  return labels !== undefined && needsEvaluation(placed) ? 'labels' : null;
}

function needsEvaluation({ cell }: PlacedCell): boolean {
  return cellKinds[kindOfCell(cell)].evaluates;
}

/** The distinct questions of cells, in the order of the first cell of each. */
function questions(cells: readonly PlacedCell[], { driftbook, settings = {} }: DriftbookRequest, folder: string): Question[] {
  const specs = cells.map((placed) => {
    const spec = driftbookSpec(driftbook, placed.cell, { settings, resolve: (path) => resolve(folder, path) });
    // Without a reference current is compared with itself: what can be said of one dataset is said of it.
    return { placed, spec: spec.reference === null && spec.evaluate === undefined ? { ...spec, reference: spec.current } : spec };
  });
  const without = ({ evaluate: _, ...spec }: ComparisonSpec): string => JSON.stringify(spec);
  const found = new Map<string, Question>();
  for (const { placed, spec } of specs) {
    const evaluating =
      spec.evaluate === undefined
        ? specs.find((other) => other.spec.evaluate !== undefined && without(other.spec) === without(spec))
        : undefined;
    const shared = evaluating?.spec ?? spec;
    const key = JSON.stringify(shared);
    const question = found.get(key) ?? { spec: shared, cells: [] };
    question.cells.push(placed);
    found.set(key, question);
  }
  return [...found.values()];
}

function compared(
  client: WorkerClient,
  { engine, version }: DriftbookRequest,
  spec: ComparisonSpec,
  follower: DriftbookFollower,
): Promise<Report> {
  const { signal, onProgress = () => {} } = follower;
  return run(client, { spec, engine, version }, { signal, onProgress });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** DataErrors lose their class on the way from the worker: they are known by code and details. */
function failureOf(error: unknown): CellFailure {
  const { code, details, message } = (error ?? {}) as { code?: unknown; details?: unknown; message?: unknown };
  const isData = typeof code === 'string' && typeof details === 'object' && details !== null;
  return {
    code: isData ? code : null,
    details: isData ? (details as Readonly<Record<string, unknown>>) : {},
    message: typeof message === 'string' ? message : String(error),
  };
}

/** How many kept runs the checks of a driftbook look back on; 0: none. */
export function runsLookedBackOn({ cells }: Driftbook): number {
  const runs = cells.flatMap((cell) => (checksOfCell(cell) ?? []).map(({ to }) => lookBack(to)));
  return runs.reduce((most, one) => Math.max(most, one), 0);
}

function lookBack(to: string | undefined): number {
  if (to === undefined || to === 'reference') return 0;
  return to === 'previous' ? 1 : Number(/(\d+) runs/.exec(to)?.[1] ?? 0);
}
