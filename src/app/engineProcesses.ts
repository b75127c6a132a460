import type { ComparisonSpec } from '../core/spec/spec.ts';
import { EngineProcess } from '../worker/engineProcess.ts';
import { filesOf } from './filesOf.ts';

/** One running process and its requests. */
export interface Running {
  readonly process: EngineProcess;
  /** The files it works on, or worked on last. */
  pair: string;
  readonly tasks: Map<Promise<unknown>, AbortSignal>;
}

/** The processes of the engine: one for each pair of files at work, and one that is kept for the next. */
export class EngineProcesses {
  readonly #path: string;
  readonly #keepMs: number;
  readonly #idleMs: number;
  readonly #running = new Set<Running>();
  readonly #ending = new Set<EngineProcess>();
  #idleTimer: NodeJS.Timeout | undefined;

  /** `path`: the engine's bundle. `keepMs`: how long one keeps an opened comparison, `idleMs`: how long one without work is kept. */
  constructor(path: string, keepMs: number, idleMs: number) {
    this.#path = path;
    this.#keepMs = keepMs;
    this.#idleMs = idleMs;
  }

  /** Process ids of those that take requests. */
  get pids(): readonly number[] {
    return [...this.#running].map(({ process }) => process.pid).filter((pid) => pid !== undefined);
  }

  /** The process that has these files, else one without work, else a new one. */
  take(spec: ComparisonSpec): Running {
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

  /** After a request: a process without work is kept for a while; of several the one that worked last. */
  rest(running: Running): void {
    if (running.tasks.size > 0 || !this.#running.has(running) || !running.process.alive) return;
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

  /** Ends all after their requests; what is still busy after so long is ended all the same. */
  async close(withinMs: number): Promise<void> {
    clearTimeout(this.#idleTimer);
    for (const running of [...this.#running]) this.#end(running);
    const timer = setTimeout(() => {
      for (const process of this.#ending) void process.kill();
    }, withinMs);
    await Promise.all([...this.#ending].map(({ ended }) => ended));
    clearTimeout(timer);
  }

  /** Ends all at once, whatever they are at, and removes what they left. */
  async kill(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const all = [...this.#running].map(({ process }) => process);
    await Promise.all([...all, ...this.#ending].map((process) => process.kill()));
  }
}
