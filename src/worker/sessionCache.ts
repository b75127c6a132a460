import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { Table } from '../core/data/table.ts';
import type { ComparisonSpec } from '../core/spec/spec.ts';
import { fingerprint } from '../engine/files/fingerprint.ts';
import { type OpenComparison, openComparison } from '../engine/openComparison.ts';
import { abortError } from '../shared/remoteError.ts';
import type { EngineOptions } from '../shared/workerProtocol.ts';
import { CachedTable } from './cachedTable.ts';

interface Kept {
  /** What it was opened from; null when the files could not be told. */
  readonly key: string | null;
  readonly opened: OpenComparison<Table | null>;
  users: number;
  /** Closed as soon as nobody uses it. */
  outdated: boolean;
}

/**
 * Keeps the comparison that was opened last for a while, so that its rows come at once and a run with another profile, chunking or limit
 * does not parse the files again. At most one is kept beside those in use; it goes when another is opened, when a run on it fails or is
 * cancelled, when its files changed, and when it has not been used for `idleMs`.
 */
export class SessionCache {
  readonly #idleMs: number;
  readonly #opening = new Map<string, Promise<unknown>>();
  readonly #closing = new Set<Promise<void>>();
  #kept: Kept | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  /** Does `work` on the comparison of a spec, opening it when it is not kept. When `work` fails it is closed before the error is passed on. */
  async use<T>(
    spec: ComparisonSpec,
    engine: EngineOptions,
    signal: CancelSignal,
    onProgress: (item: string) => void,
    work: (opened: OpenComparison<Table | null>) => Promise<T>,
  ): Promise<T> {
    const kept = await this.#take(spec, engine, signal, onProgress);
    try {
      return await work(kept.opened);
    } catch (error) {
      this.#outdate(kept);
      throw error;
    } finally {
      kept.users--;
      await this.#settle(kept);
    }
  }

  /** Closes what is kept, waits for what is being closed, and keeps nothing from now on. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#drop();
    await Promise.allSettled([...this.#closing]);
  }

  async #take(spec: ComparisonSpec, engine: EngineOptions, signal: CancelSignal, onProgress: (item: string) => void): Promise<Kept> {
    const key = await keyOf(spec, engine, signal);
    for (;;) {
      if (signal.aborted) throw abortError();
      if (key !== null && this.#kept?.key === key) {
        clearTimeout(this.#timer);
        this.#kept.users++;
        return this.#kept;
      }
      const other = key === null ? undefined : this.#opening.get(key);
      if (other === undefined) break;
      await orAborted(other, signal);
    }
    const opening = this.#open(key, spec, engine, signal, onProgress);
    if (key === null) return opening;
    const settled = opening.catch(() => null);
    this.#opening.set(key, settled);
    try {
      return await opening;
    } finally {
      this.#opening.delete(key);
    }
  }

  async #open(
    key: string | null,
    spec: ComparisonSpec,
    engine: EngineOptions,
    signal: CancelSignal,
    onProgress: (item: string) => void,
  ): Promise<Kept> {
    // First out with the old: two would take twice the memory.
    await this.#drop();
    const opened = await openComparison(spec, engine, signal, onProgress);
    const remembering = {
      reference: opened.reference === null ? null : new CachedTable(opened.reference),
      current: new CachedTable(opened.current),
      notes: opened.notes,
      bufferBytes: opened.bufferBytes,
      close: () => opened.close(),
    };
    const kept: Kept = { key, opened: remembering, users: 1, outdated: key === null || this.#ended };
    const former = this.#kept;
    if (!kept.outdated) this.#kept = kept;
    if (former !== null && this.#kept === kept) {
      former.outdated = true;
      await this.#settle(former);
    }
    return kept;
  }

  #outdate(kept: Kept): void {
    kept.outdated = true;
    if (this.#kept === kept) this.#kept = null;
  }

  async #drop(): Promise<void> {
    clearTimeout(this.#timer);
    const kept = this.#kept;
    if (kept === null) return;
    this.#outdate(kept);
    await this.#settle(kept);
  }

  /** After a use: closes what is outdated, else lets the clock run. */
  async #settle(kept: Kept): Promise<void> {
    if (kept.users > 0) return;
    if (kept.outdated) {
      const closing = kept.opened.close();
      this.#closing.add(closing);
      await closing.finally(() => this.#closing.delete(closing));
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#drop(), this.#idleMs);
    this.#timer.unref();
  }
}

/** Only what opening depends on: another profile, chunking, role or limit has the same key. */
async function keyOf(spec: ComparisonSpec, engine: EngineOptions, signal: CancelSignal): Promise<string | null> {
  const files = await fingerprint(spec, signal);
  if (files === null) return null;
  const types = Object.entries(spec.columns?.types ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    files,
    types,
    spec.nullValues ?? null,
    spec.dateOrder ?? null,
    engine.memoryLimitMb,
    engine.threads,
    engine.tempDirectory,
  ]);
}

/** Waits for `other`, but no longer than until the signal aborts. */
async function orAborted(other: Promise<unknown>, signal: CancelSignal): Promise<void> {
  let stop = (): void => {};
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  signal.addEventListener('abort', stop);
  try {
    await Promise.race([other, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
