import { Worker } from 'node:worker_threads';
import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { Progress } from '../core/data/progress.ts';
import type { RowsPage } from '../core/data/rowsPage.ts';
import type { ColumnInspection } from '../core/evaluate/inspectColumns.ts';
import type { Report } from '../core/report/report.ts';
import { abortError } from '../shared/remoteError.ts';
import { Rpc } from '../shared/rpc.ts';
import type { Preview, WorkerMethods } from '../shared/workerProtocol.ts';
import { closeFiles, filesClosed } from './closing.ts';
import { portChannel } from './portChannel.ts';
import { reviveError } from './reviveError.ts';
import type { WorkerStart } from './workerStart.ts';

export interface CompareOptions {
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Takes reports of what is known so far; without it none are made. */
  readonly onPreview?: (preview: Preview) => void;
}

export interface RowsOptions {
  readonly signal?: CancelSignal;
}

export interface WorkerClientOptions {
  /** How long an opened comparison is kept after its last use, for its rows and for the next run. */
  readonly keepMs?: number;
  /** An idle worker is ended after so long, to give its memory back. */
  readonly idleMs?: number;
  /** How long `dispose` waits for cancelled work to stop. */
  readonly disposeMs?: number;
}

/** One running worker and its requests. */
interface Running {
  readonly worker: Worker;
  readonly rpc: Rpc<Record<never, never>, WorkerMethods>;
  readonly tasks: Set<Promise<unknown>>;
}

/**
 * The engine's worker thread as host and CLI see it: started on first need, ended when idle for a while. It is never terminated during a
 * query: that would abort the whole process, in VS Code the extension host with every other extension in it.
 */
export class WorkerClient {
  readonly #path: string;
  readonly #keepMs: number;
  readonly #idleMs: number;
  readonly #disposeMs: number;
  readonly #disposal = new AbortController();
  readonly #ending = new Set<Promise<void>>();
  #running: Running | null = null;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(workerPath: string, { keepMs = 60_000, idleMs = 60_000, disposeMs = 5000 }: WorkerClientOptions = {}) {
    this.#path = workerPath;
    this.#keepMs = keepMs;
    this.#idleMs = idleMs;
    this.#disposeMs = disposeMs;
  }

  /**
   * Compares two datasets. Rejects with a DataError for data reasons; with an AbortError once the work has stopped and its files are gone,
   * when `signal` aborts (within half a second, save while a file is being sniffed); with an Error when the worker dies, after which the
   * next call starts a fresh one.
   */
  compare(
    params: Omit<WorkerMethods['compare']['params'], 'previews'>,
    { signal, onProgress, onPreview }: CompareOptions = {},
  ): Promise<Report> {
    const told = (progress: WorkerMethods['compare']['progress']): void => {
      if ('preview' in progress) onPreview?.(progress);
      else onProgress?.(progress);
    };
    return this.#ask(signal, ({ rpc }, stop) =>
      rpc.request('compare', { ...params, previews: onPreview !== undefined }, { signal: stop, onProgress: told }),
    );
  }

  /** Which columns an evaluation would take for what; the files stay open for it. Rejects as `compare` does. */
  inspect(
    params: WorkerMethods['inspect']['params'],
    { signal, onProgress }: Pick<CompareOptions, 'signal' | 'onProgress'> = {},
  ): Promise<ColumnInspection> {
    return this.#ask(signal, ({ rpc }, stop) =>
      rpc.request('inspect', params, { signal: stop, ...(onProgress === undefined ? {} : { onProgress }) }),
    );
  }

  /**
   * A page of the rows behind a bin or category: at once after a comparison of the same datasets, else they are opened first. Rejects as
   * `compare` does.
   */
  rows(params: WorkerMethods['rows']['params'], { signal }: RowsOptions = {}): Promise<RowsPage> {
    return this.#ask(signal, ({ rpc }, stop) => rpc.request('rows', params, { signal: stop }));
  }

  async #ask<T>(signal: CancelSignal | undefined, request: (running: Running, stop: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#disposal.signal.aborted || signal?.aborted) throw abortError();
    const running = (this.#running ??= this.#start());
    clearTimeout(this.#idleTimer);
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    signal?.addEventListener('abort', abort);
    this.#disposal.signal.addEventListener('abort', abort);
    running.worker.ref();
    const task = request(running, stop.signal);
    running.tasks.add(task);
    try {
      return await task;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#disposal.signal.removeEventListener('abort', abort);
      running.tasks.delete(task);
      if (running.tasks.size === 0) this.#rest(running);
    }
  }

  /** Cancels all work, waits for it to stop (up to the deadline) and ends the worker; a worker still busy then is left to end by itself. */
  async dispose(): Promise<void> {
    this.#disposal.abort();
    clearTimeout(this.#idleTimer);
    const running = this.#running;
    this.#running = null;
    if (running !== null) void this.#end(running);
    if (this.#ending.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#disposeMs);
    });
    const outcome = await Promise.race([Promise.allSettled([...this.#ending]), deadline]);
    clearTimeout(timer);
    if (outcome === 'late') running?.worker.unref();
  }

  /** Ends a worker that gets no more requests, and remembers that it is being ended. */
  #end(running: Running): Promise<void> {
    const ending = endWorker(running).finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    return ending;
  }

  #start(): Running {
    const worker = new Worker(this.#path, {
      name: 'driftbook-engine',
      workerData: { role: 'engine', keepMs: this.#keepMs } satisfies WorkerStart,
    });
    const rpc = new Rpc<Record<never, never>, WorkerMethods>(portChannel(worker), { reviveError });
    const running: Running = { worker, rpc, tasks: new Set() };
    const lost = (why: string): void => {
      if (this.#running === running) this.#running = null;
      rpc.dispose(new Error(`The engine's worker ${why}.`));
    };
    worker.on('error', (error) => lost(`failed: ${error instanceof Error ? error.message : String(error)}`));
    worker.on('messageerror', (error) => lost(`sent what cannot be read: ${error.message}`));
    worker.on('exit', (code) => lost(`ended with code ${code}`));
    return running;
  }

  #rest(running: Running): void {
    // An idle worker must not keep a CLI alive.
    running.worker.unref();
    if (this.#running !== running) return;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.#running !== running || running.tasks.size > 0) return;
      this.#running = null;
      void this.#end(running);
    }, this.#idleMs);
    this.#idleTimer.unref();
  }
}

/** Waits for the worker's tasks, has it close its files and ends it then: never while it may be in a query. */
async function endWorker({ worker, rpc, tasks }: Running): Promise<void> {
  await Promise.allSettled([...tasks]);
  await new Promise<void>((resolve) => {
    worker.on('message', (message) => {
      if (message === filesClosed) resolve();
    });
    worker.once('exit', () => resolve());
    worker.postMessage(closeFiles);
  });
  rpc.dispose();
  await worker.terminate();
}
