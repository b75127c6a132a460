import { Worker } from 'node:worker_threads';
import type { ColumnLayout } from '../core/read/sortedSide.ts';
import type { ColumnAnalysis } from '../core/sections/columnAnalysis.ts';
import type { ColumnJob, ColumnWorkers } from '../core/sections/drift/compute/columnWorkers.ts';
import { Rpc } from '../shared/rpc.ts';
import type { ColumnMethods } from './columnMethods.ts';
import { portChannel } from './portChannel.ts';
import type { WorkerStart } from './workerStart.ts';

type LaneRpc = Rpc<Record<never, never>, ColumnMethods>;

interface Waiting {
  readonly ask: (rpc: LaneRpc) => Promise<ColumnAnalysis>;
  readonly resolve: (analysis: ColumnAnalysis | Promise<ColumnAnalysis>) => void;
  readonly reject: (error: Error) => void;
}

interface Lane {
  readonly worker: Worker;
  readonly rpc: LaneRpc;
  busy: boolean;
}

/**
 * Computes columns on `lanes` threads of their own that share the column buffers; `path` is the worker's bundle. Closing ends the threads at once,
 * whatever they are at: they hold no file and run no query.
 */
export function columnPool(path: string, lanes: number, job: ColumnJob): ColumnWorkers {
  const queue: Waiting[] = [];
  const reference = sharedLayout(job.referenceLayout);
  const current = sharedLayout(job.currentLayout);
  const numbers = {
    reference: job.numbers.reference === job.referenceLayout ? reference : sharedLayout(job.numbers.reference),
    current: job.numbers.current === job.currentLayout ? current : sharedLayout(job.numbers.current),
  };
  const shared: ColumnJob = { ...job, referenceLayout: reference, currentLayout: current, numbers };
  let closed: Error | null = null;

  const next = (lane: Lane): void => {
    const waiting = queue.shift();
    lane.busy = waiting !== undefined;
    if (waiting === undefined) return;
    const asked = waiting.ask(lane.rpc);
    waiting.resolve(asked);
    // Whoever asked hears of a failure.
    void asked.catch(() => {}).then(() => next(lane));
  };
  const fail = (error: Error): void => {
    if (closed !== null) return;
    closed = error;
    for (const waiting of queue.splice(0)) waiting.reject(error);
    for (const { worker, rpc } of all) {
      rpc.dispose(error);
      void worker.terminate();
    }
  };
  const all = Array.from({ length: lanes }, (_, i): Lane => {
    const worker = new Worker(path, { name: `driftbook-columns-${i}`, workerData: { role: 'columns' } satisfies WorkerStart });
    const rpc: LaneRpc = new Rpc(portChannel(worker));
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('A thread that computes columns ended.')));
    rpc.request('job', shared).catch(fail);
    return { worker, rpc, busy: false };
  });
  const ask = (question: Waiting['ask']): Promise<ColumnAnalysis> =>
    new Promise((resolve, reject) => {
      if (closed !== null) return reject(closed);
      queue.push({ ask: question, resolve, reject });
      const idle = all.find(({ busy }) => !busy);
      if (idle !== undefined) next(idle);
    });
  return {
    lanes,
    numbers: (pair) => ask((rpc) => rpc.request('numbers', pair)),
    categories: (table) => ask((rpc) => rpc.request('categories', table)),
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
