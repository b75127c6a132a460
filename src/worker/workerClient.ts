import { Worker } from 'node:worker_threads';
import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { Progress } from '../core/data/progress.ts';
import type { Report } from '../core/report/report.ts';
import { abortError } from '../shared/remoteError.ts';
import { Rpc } from '../shared/rpc.ts';
import type { WorkerMethods } from '../shared/workerProtocol.ts';
import { portChannel } from './portChannel.ts';
import { reviveError } from './reviveError.ts';

export interface CompareOptions {
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface WorkerClientOptions {
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
  readonly #idleMs: number;
  readonly #disposeMs: number;
  readonly #disposal = new AbortController();
  #running: Running | null = null;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(workerPath: string, { idleMs = 60_000, disposeMs = 5000 }: WorkerClientOptions = {}) {
    this.#path = workerPath;
    this.#idleMs = idleMs;
    this.#disposeMs = disposeMs;
  }

  /**
   * Compares two datasets. Rejects with a DataError for data reasons; with an AbortError once the work has stopped and its files are gone,
   * when `signal` aborts (within half a second, save while a file is being sniffed); with an Error when the worker dies, after which the
   * next call starts a fresh one.
   */
  async compare(params: WorkerMethods['compare']['params'], { signal, onProgress }: CompareOptions = {}): Promise<Report> {
    if (this.#disposal.signal.aborted || signal?.aborted) throw abortError();
    const running = (this.#running ??= this.#start());
    clearTimeout(this.#idleTimer);
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    signal?.addEventListener('abort', abort);
    this.#disposal.signal.addEventListener('abort', abort);
    running.worker.ref();
    const task = running.rpc.request('compare', params, { signal: stop.signal, onProgress });
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
    if (running === null) return;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#disposeMs);
    });
    const stopped = Promise.allSettled([...running.tasks]).then(() => 'stopped' as const);
    const outcome = await Promise.race([stopped, deadline]);
    clearTimeout(timer);
    if (outcome === 'stopped') {
      await running.worker.terminate();
      return;
    }
    running.worker.unref();
    void stopped.then(() => running.worker.terminate());
  }

  #start(): Running {
    const worker = new Worker(this.#path, { name: 'driftbook-engine' });
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
      void running.worker.terminate();
    }, this.#idleMs);
    this.#idleTimer.unref();
  }
}
