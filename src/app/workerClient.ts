import type { CancelSignal } from '../core/data/cancelSignal.ts';
import { DataError } from '../core/data/dataError.ts';
import type { Progress } from '../core/data/progress.ts';
import type { RowsPage } from '../core/data/rowsPage.ts';
import type { Report } from '../core/report/report.ts';
import type { ColumnInspection } from '../core/roles/inspectColumns.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';
import { abortError } from '../shared/remoteError.ts';
import type { Preview, WorkerMethods } from '../shared/workerProtocol.ts';
import type { EngineProcess } from '../worker/engineProcess.ts';
import { ProcessLost } from '../worker/processLost.ts';
import { isInspection, isPreview, isProgress, isRowsPage, isWholeReport } from './answers.ts';
import { EngineProcesses, type Running } from './engineProcesses.ts';
import { filesOf } from './filesOf.ts';

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

/**
 * The engine as host and CLI see it: in processes of their own, one for each pair of files that is worked on at a time, started on first need
 * and ended when idle for a while. Native code that breaks down takes its own pair along and nothing else. Cancelled work is interrupted and
 * waited for; only when it does not stop its process is ended.
 */
export class WorkerClient {
  readonly #processes: EngineProcesses;
  readonly #cancelMs: number;
  readonly #disposeMs: number;
  readonly #disposal = new AbortController();

  /** `path`: the engine's bundle. */
  constructor(path: string, { keepMs = 60_000, idleMs = 60_000, cancelMs = 3000, disposeMs = 5000 }: WorkerClientOptions = {}) {
    this.#processes = new EngineProcesses(path, keepMs, idleMs);
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
    return this.#processes.pids;
  }

  /** Cancels all work, waits for it to stop and ends the processes; what is still busy after the deadline is ended all the same. */
  async dispose(): Promise<void> {
    this.#disposal.abort();
    await this.#processes.close(this.#disposeMs);
  }

  /** Ends the processes at once, whatever they are at, and removes what they left; nothing more can be asked. */
  async kill(): Promise<void> {
    this.#disposal.abort();
    await this.#processes.kill();
  }

  async #ask<T>(
    { spec, engine }: Asked,
    signal: CancelSignal | undefined,
    request: (process: EngineProcess, stop: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#disposal.signal.aborted || signal?.aborted) throw abortError();
    const running = this.#processes.take(spec);
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
      this.#processes.rest(running);
    }
  }
}

/** Cancelled work that does not stop is ended with its process, unless others wait for something of it. */
function killIfCancelled({ process, tasks }: Running): void {
  if ([...tasks.values()].every(({ aborted }) => aborted)) void process.kill();
}

/** An answer of the engine, if it is one. */
function checked<T>(answer: unknown, is: (answer: unknown) => answer is T): T {
  if (!is(answer)) throw new Error('The engine answered with what cannot be read.');
  return answer;
}
