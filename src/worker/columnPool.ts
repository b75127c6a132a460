import { Worker } from 'node:worker_threads';
import type { ColumnAnalysis } from '../core/drift/columnAnalysis.ts';
import type { ColumnComputer, ColumnJob } from '../core/drift/columnComputer.ts';
import type { ColumnLayout } from '../core/drift/sortedSide.ts';
import type { ColumnAnswer, ColumnQuestion } from './columnMessages.ts';
import type { WorkerStart } from './workerStart.ts';

interface Waiting {
  readonly question: Extract<ColumnQuestion, { id: number }>;
  readonly resolve: (analysis: ColumnAnalysis) => void;
  readonly reject: (error: Error) => void;
}

interface Lane {
  readonly worker: Worker;
  busy: Waiting | null;
}

/**
 * Computes columns on `lanes` threads of their own that share the column buffers; `path` is the worker's bundle. Closing ends the threads at once,
 * whatever they are at: they hold no file and run no query.
 */
export function columnPool(path: string, lanes: number, job: ColumnJob): ColumnComputer {
  const queue: Waiting[] = [];
  const reference = sharedLayout(job.referenceLayout);
  const current = sharedLayout(job.currentLayout);
  const numbers = {
    reference: job.numbers.reference === job.referenceLayout ? reference : sharedLayout(job.numbers.reference),
    current: job.numbers.current === job.currentLayout ? current : sharedLayout(job.numbers.current),
  };
  const shared: ColumnJob = { ...job, referenceLayout: reference, currentLayout: current, numbers };
  let closed: Error | null = null;
  let ids = 0;

  const next = (lane: Lane): void => {
    lane.busy = queue.shift() ?? null;
    if (lane.busy !== null) lane.worker.postMessage(lane.busy.question);
  };
  const fail = (error: Error): void => {
    if (closed !== null) return;
    closed = error;
    for (const waiting of [...queue.splice(0), ...all.flatMap(({ busy }) => (busy === null ? [] : [busy]))]) waiting.reject(error);
    for (const { worker } of all) void worker.terminate();
  };
  const all = Array.from({ length: lanes }, (_, i): Lane => {
    const worker = new Worker(path, { name: `driftbook-columns-${i}`, workerData: { role: 'columns' } satisfies WorkerStart });
    const lane: Lane = { worker, busy: null };
    worker.on('message', (answer: ColumnAnswer) => {
      const waiting = lane.busy;
      next(lane);
      if (waiting === null || waiting.question.id !== answer.id) return;
      if ('analysis' in answer) waiting.resolve(answer.analysis);
      else waiting.reject(new Error(answer.error));
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('A thread that computes columns ended.')));
    worker.postMessage({ job: shared } satisfies ColumnQuestion);
    return lane;
  });
  const ask = (make: (id: number) => Waiting['question']): Promise<ColumnAnalysis> =>
    new Promise((resolve, reject) => {
      if (closed !== null) return reject(closed);
      queue.push({ question: make(ids++), resolve, reject });
      const idle = all.find((lane) => lane.busy === null);
      if (idle !== undefined) next(idle);
    });
  return {
    lanes,
    numbers: (pair) => ask((id) => ({ id, pair })),
    categories: (table) => ask((id) => ({ id, table })),
    close: () => fail(new Error('The columns are no longer wanted.')),
  };
}

/** A column buffer that the threads of a pool can reach. */
export function sharedBuffer(rows: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * rows));
}

/** The same layout with the parts of its rows in shared memory, two bytes each where that is enough; without what cannot be sent. */
function sharedLayout(layout: ColumnLayout): ColumnLayout {
  const { partOf } = layout;
  const { partIndex: _, ...rest } = layout as ColumnLayout & { partIndex?: unknown };
  if (partOf === null) return rest;
  const narrow = layout.chunkOfPart.length <= 65_536;
  const memory = new SharedArrayBuffer((narrow ? 2 : 4) * partOf.length);
  const parts = narrow ? new Uint16Array(memory) : new Int32Array(memory);
  parts.set(partOf);
  return { ...rest, partOf: parts };
}
