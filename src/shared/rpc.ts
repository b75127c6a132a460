import type { CancelSignal } from '../core/data/cancelSignal.ts';
import type { Channel } from './channel.ts';
import { abortError, type ErrorData, errorData, RemoteError } from './remoteError.ts';
import { isRpcMessage, type RpcMessage } from './rpcMessage.ts';

/** Requests one end answers: parameters, result and progress of each, by name. */
export type Methods<M> = { [K in keyof M]: { params: unknown; result: unknown; progress: unknown } };

type Params<M, K extends keyof M> = M[K] extends { params: infer P } ? P : never;
type Result<M, K extends keyof M> = M[K] extends { result: infer R } ? R : never;
type ProgressOf<M, K extends keyof M> = M[K] extends { progress: infer G } ? G : never;

export interface RequestOptions<G> {
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: G) => void;
}

export interface HandlerRun<G> {
  /** Aborts when the caller cancels, or when this end is disposed. */
  readonly signal: AbortSignal;
  readonly progress: (progress: G) => void;
}

export interface RpcOptions {
  /** Rebuilds an error of a known class at the caller's end; null leaves it to `RemoteError`. */
  readonly reviveError?: (data: ErrorData) => Error | null;
  /** What the caller is told of a failed handler; absent: all there is to tell. */
  readonly tellError?: (error: unknown) => ErrorData;
}

type Handler = (params: unknown, run: HandlerRun<unknown>) => Promise<unknown>;

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
  readonly release: () => void;
}

/**
 * Typed requests both ways over one channel, used for the engine's process, its thread and the webview: `Local` are the methods this end
 * answers, `Remote` those it asks for. What is no message of this kind is dropped. A failing handler rejects the caller; cancelling rejects with an AbortError once the other end has stopped (so that work and
 * files are gone by then); disposing rejects all that is pending.
 *
 * A worker's port and a process clone structurally, so any number arrives. A webview's channel is JSON: there NaN, ±Infinity and bigint would be lost,
 * therefore whatever goes to the page (Report, ReportText) must hold JSON-safe values only.
 */
export class Rpc<Local extends Methods<Local>, Remote extends Methods<Remote>> {
  readonly #channel: Channel;
  readonly #options: RpcOptions;
  readonly #handlers = new Map<string, Handler>();
  readonly #pending = new Map<number, Pending>();
  readonly #running = new Map<number, AbortController>();
  readonly #answers = new Set<Promise<void>>();
  readonly #stopListening: () => void;
  #nextId = 1;
  #disposed: Error | null = null;

  constructor(channel: Channel, options: RpcOptions = {}) {
    this.#channel = channel;
    this.#options = options;
    this.#stopListening = channel.onMessage((message) => this.#receive(message));
  }

  /** Requests of this end that are not answered yet. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Answers requests for `method`; a later handler replaces an earlier one. */
  handle<K extends keyof Local & string>(
    method: K,
    handler: (params: Params<Local, K>, run: HandlerRun<ProgressOf<Local, K>>) => Promise<Result<Local, K>>,
  ): void {
    this.#handlers.set(method, handler as Handler);
  }

  /** Asks the other end. Rejects with its error, with an AbortError after `signal`, or when either end is disposed. */
  request<K extends keyof Remote & string>(
    method: K,
    params: Params<Remote, K>,
    options: RequestOptions<ProgressOf<Remote, K>> = {},
  ): Promise<Result<Remote, K>> {
    const { signal, onProgress } = options;
    if (this.#disposed !== null) return Promise.reject(this.#disposed);
    if (signal?.aborted) return Promise.reject(abortError());
    const id = this.#nextId++;
    return new Promise<Result<Remote, K>>((resolve, reject) => {
      const cancel = (): void => this.#post({ rpc: 'cancel', id });
      signal?.addEventListener('abort', cancel);
      this.#pending.set(id, {
        resolve: resolve as (result: unknown) => void,
        // The other end may fail of the interruption itself: what the caller asked for is the cancel.
        reject: (error) => reject(signal?.aborted ? abortError() : error),
        onProgress: onProgress as ((progress: unknown) => void) | undefined,
        release: () => signal?.removeEventListener('abort', cancel),
      });
      try {
        this.#post({ rpc: 'request', id, method, params });
      } catch (error) {
        this.#settle(id)?.reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  /** Rejects everything pending with `reason`, cancels running handlers and stops listening. */
  dispose(reason: Error = abortError('The connection was closed.')): void {
    if (this.#disposed !== null) return;
    this.#disposed = reason;
    this.#stopListening();
    for (const id of [...this.#pending.keys()]) this.#settle(id)?.reject(reason);
    for (const controller of this.#running.values()) controller.abort();
  }

  /** Resolves when the handlers under way have ended. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#answers]);
  }

  #post(message: RpcMessage): void {
    if (this.#disposed === null) this.#channel.post(message);
  }

  #told(error: unknown): ErrorData {
    return (this.#options.tellError ?? errorData)(error);
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.release();
    return pending;
  }

  #receive(raw: unknown): void {
    if (!isRpcMessage(raw)) return;
    switch (raw.rpc) {
      case 'request':
        this.#follow(this.#answer(raw.id, raw.method, raw.params));
        return;
      case 'cancel':
        this.#running.get(raw.id)?.abort();
        return;
      case 'progress':
        this.#pending.get(raw.id)?.onProgress?.(raw.progress);
        return;
      case 'result':
        this.#settle(raw.id)?.resolve(raw.result);
        return;
      case 'error':
        this.#settle(raw.id)?.reject(this.#options.reviveError?.(raw.error) ?? new RemoteError(raw.error));
    }
  }

  #follow(answer: Promise<void>): void {
    this.#answers.add(answer);
    void answer.finally(() => this.#answers.delete(answer));
  }

  async #answer(id: number, method: string, params: unknown): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    let answer: RpcMessage;
    try {
      const handler = this.#handlers.get(method);
      if (handler === undefined) throw new Error(`Unknown method: ${method}`);
      const progress = (value: unknown): void => {
        if (this.#running.has(id)) this.#post({ rpc: 'progress', id, progress: value });
      };
      answer = { rpc: 'result', id, result: await handler(params, { signal: controller.signal, progress }) };
    } catch (error) {
      answer = { rpc: 'error', id, error: this.#told(error) };
    }
    this.#running.delete(id);
    try {
      this.#post(answer);
    } catch (error) {
      // A result that cannot be cloned must not leave the caller waiting.
      this.#post({ rpc: 'error', id, error: this.#told(error) });
    }
  }
}
