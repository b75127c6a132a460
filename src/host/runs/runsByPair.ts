interface Run {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/** The runs under way, by the key of their pair: at most one each. */
export class RunsByPair {
  readonly #runs = new Map<string, Run>();

  has(key: string): boolean {
    return this.#runs.has(key);
  }

  /** Stops the run of a pair. False when none is under way. */
  abort(key: string): boolean {
    const run = this.#runs.get(key);
    run?.controller.abort();
    return run !== undefined;
  }

  /** Starts `work` for a pair once its cancelled run has ended; one that goes on is kept, and its end is what is returned. `work` never rejects. */
  start(key: string, controller: AbortController, work: () => Promise<void>): Promise<void> {
    const earlier = this.#runs.get(key);
    if (earlier && !earlier.controller.signal.aborted) return earlier.done;
    // A cancelled run may still be on its way out.
    const done = (earlier?.done ?? Promise.resolve()).then(work).finally(() => {
      if (this.#runs.get(key)?.controller === controller) this.#runs.delete(key);
    });
    this.#runs.set(key, { controller, done });
    return done;
  }

  /** Cancels all and waits for them. */
  async end(): Promise<void> {
    for (const { controller } of this.#runs.values()) controller.abort();
    await Promise.all([...this.#runs.values()].map(({ done }) => done));
  }
}
