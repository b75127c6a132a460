import type { CancelSignal } from '../core/data/cancelSignal.ts';
import { DataError } from '../core/data/dataError.ts';
import type { Progress } from '../core/data/progress.ts';
import type { RowsPage } from '../core/data/rowsPage.ts';
import type { Report } from '../core/report/report.ts';
import type { ColumnInspection } from '../core/roles/inspectColumns.ts';
import { addressOf } from '../core/spec/addressOf.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';
import { abortError } from '../shared/remoteError.ts';
import type { Preview, WorkerMethods } from '../shared/workerProtocol.ts';
import { EngineProcess } from '../worker/engineProcess.ts';
import { ProcessLost } from '../worker/processLost.ts';
import { isInspection, isPreview, isProgress, isRowsPage, isWholeReport } from './answers.ts';

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
  /** An idle process is ended after so long, to give its memory back. */
  readonly idleMs?: number;
  /** How long cancelled work may take to stop before its process is ended. */
  readonly cancelMs?: number;
  /** How long `dispose` waits for cancelled work to stop and for files to be closed. */
  readonly disposeMs?: number;
}

/** What the engine is asked, as far as all requests have it. */
interface Asked {
  readonly spec: ComparisonSpec;
  readonly engine: { readonly tempDirectory: string };
}

/** One running process and its requests. */
interface Running {
  readonly process: EngineProcess;
  /** The files it works on, or worked on last. */
  pair: string;
  readonly tasks: Map<Promise<unknown>, AbortSignal>;
}

/**
 * The engine as host and CLI see it: in processes of their own, one for each pair of files that is worked on at a time, started on first need
 * and ended when idle for a while. Native code that breaks down takes its own pair along and nothing else. Cancelled work is interrupted and
 * waited for; only when it does not stop its process is ended.
 */
export class WorkerClient {
  readonly #path: string;
  readonly #keepMs: number;
  readonly #idleMs: number;
  readonly #cancelMs: number;
  readonly #disposeMs: number;
  readonly #disposal = new AbortController();
  readonly #running = new Set<Running>();
  readonly #ending = new Set<EngineProcess>();
  #idleTimer: NodeJS.Timeout | undefined;

  /** `path`: the engine's bundle. */
  constructor(path: string, { keepMs = 60_000, idleMs = 60_000, cancelMs = 3000, disposeMs = 5000 }: WorkerClientOptions = {}) {
    this.#path = path;
    this.#keepMs = keepMs;
    this.#idleMs = idleMs;
    this.#cancelMs = cancelMs;
    this.#disposeMs = disposeMs;
  }

  /**
   * Compares two datasets. Rejects with a DataError for data reasons, and when the process ends amid the work (`reader_ended`; the next call
   * starts a fresh one); with an AbortError once the work has stopped and its files are gone, when `signal` aborts (within half a second, save
   * while a file is being sniffed); with an Error when the program itself fails.
   */
  async compare(
    params: Omit<WorkerMethods['compare']['params'], 'previews'>,
    { signal, onProgress, onPreview }: CompareOptions = {},
  ): Promise<Report> {
    const told = (progress: unknown): void => {
      if (isPreview(progress)) onPreview?.(progress);
      else if (isProgress(progress)) onProgress?.(progress);
    };
    const report = await this.#ask(params, signal, ({ rpc }, stop) =>
      rpc.request('compare', { ...params, previews: onPreview !== undefined }, { signal: stop, onProgress: told }),
    );
    return checked(report, isWholeReport);
  }

  /** Which columns an evaluation would take for what; the files stay open for it. Rejects as `compare` does. */
  async inspect(
    params: WorkerMethods['inspect']['params'],
    { signal, onProgress }: Pick<CompareOptions, 'signal' | 'onProgress'> = {},
  ): Promise<ColumnInspection> {
    const told = (progress: unknown): void => {
      if (isProgress(progress)) onProgress?.(progress);
    };
    const inspection = await this.#ask(params, signal, ({ rpc }, stop) =>
      rpc.request('inspect', params, { signal: stop, onProgress: told }),
    );
    return checked(inspection, isInspection);
  }

  /**
   * A page of the rows behind a bin or category: at once after a comparison of the same datasets, else they are opened first. Rejects as
   * `compare` does.
   */
  async rows(params: WorkerMethods['rows']['params'], { signal }: RowsOptions = {}): Promise<RowsPage> {
    return checked(await this.#ask(params, signal, ({ rpc }, stop) => rpc.request('rows', params, { signal: stop })), isRowsPage);
  }

  /** Process ids of the engine that are running; one for each pair of files at work, and one that is kept for the next. */
  get pids(): readonly number[] {
    return [...this.#running].map(({ process }) => process.pid).filter((pid) => pid !== undefined);
  }

  /** Cancels all work, waits for it to stop and ends the processes; what is still busy after the deadline is ended all the same. */
  async dispose(): Promise<void> {
    this.#disposal.abort();
    clearTimeout(this.#idleTimer);
    for (const running of [...this.#running]) this.#end(running);
    const timer = setTimeout(() => {
      for (const process of this.#ending) void process.kill();
    }, this.#disposeMs);
    await Promise.all([...this.#ending].map(({ ended }) => ended));
    clearTimeout(timer);
  }

  /** Ends the processes at once, whatever they are at, and removes what they left; nothing more can be asked. */
  async kill(): Promise<void> {
    this.#disposal.abort();
    clearTimeout(this.#idleTimer);
    const all = [...this.#running].map(({ process }) => process);
    await Promise.all([...all, ...this.#ending].map((process) => process.kill()));
  }

  async #ask<T>(
    { spec, engine }: Asked,
    signal: CancelSignal | undefined,
    request: (process: EngineProcess, stop: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#disposal.signal.aborted || signal?.aborted) throw abortError();
    const running = this.#take(spec);
    running.process.addTemporary(engine.tempDirectory);
    const stop = new AbortController();
    let deadline: NodeJS.Timeout | undefined;
    const abort = (): void => {
      stop.abort();
      deadline ??= setTimeout(() => killIfCancelled(running), this.#cancelMs);
    };
    signal?.addEventListener('abort', abort);
    this.#disposal.signal.addEventListener('abort', abort);
    running.process.hold(true);
    const task = request(running.process, stop.signal);
    running.tasks.set(task, stop.signal);
    try {
      return await task;
    } catch (error) {
      throw error instanceof ProcessLost ? new DataError('reader_ended', { files: filesOf(spec), found: error.how }) : error;
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', abort);
      this.#disposal.signal.removeEventListener('abort', abort);
      running.tasks.delete(task);
      if (running.tasks.size === 0 && this.#running.has(running) && running.process.alive) this.#rest(running);
    }
  }

  /** The process that has these files, else one without work, else a new one. */
  #take(spec: ComparisonSpec): Running {
    const pair = JSON.stringify(filesOf(spec));
    const all = [...this.#running].filter(({ process }) => process.alive);
    const running = all.find((one) => one.pair === pair) ?? all.find(({ tasks }) => tasks.size === 0) ?? this.#start(pair);
    running.pair = pair;
    return running;
  }

  #start(pair: string): Running {
    const running: Running = { process: new EngineProcess(this.#path, this.#keepMs), pair, tasks: new Map() };
    this.#running.add(running);
    void running.process.ended.then(() => this.#running.delete(running));
    return running;
  }

  /** Ends a process that gets no more requests, after those under way, and remembers that it is being ended. */
  #end(running: Running): void {
    const { process, tasks } = running;
    this.#running.delete(running);
    this.#ending.add(process);
    void process.ended.then(() => this.#ending.delete(process));
    void Promise.allSettled([...tasks.keys()]).then(() => process.close());
  }

  /** A process without work is kept for a while; of several the one that worked last. */
  #rest(running: Running): void {
    // An idle process must not keep a CLI alive.
    running.process.hold(false);
    const idle = [...this.#running].filter(({ tasks }) => tasks.size === 0);
    for (const other of idle) if (other !== running) this.#end(other);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.#running.has(running) && running.tasks.size === 0) this.#end(running);
    }, this.#idleMs);
    this.#idleTimer.unref();
  }
}

/** Cancelled work that does not stop is ended with its process, unless others wait for something of it. */
function killIfCancelled({ process, tasks }: Running): void {
  if ([...tasks.values()].every(({ aborted }) => aborted)) void process.kill();
}

function filesOf({ reference, current }: ComparisonSpec): string[] {
  return (reference === null ? [current] : [reference, current]).map(addressOf);
}

/** An answer of the engine, if it is one. */
function checked<T>(answer: unknown, is: (answer: unknown) => answer is T): T {
  if (!is(answer)) throw new Error('The engine answered with what cannot be read.');
  return answer;
}
