import { workspace } from 'vscode';
import type { WorkerClient } from '../../app/workerClient.ts';

/** The engine in processes of its own, started on first need and shared by all comparisons. */
export class EngineClient {
  readonly #workerPath: string;
  #client: Promise<WorkerClient> | null = null;

  constructor(workerPath: string) {
    this.#workerPath = workerPath;
  }

  get(): Promise<WorkerClient> {
    this.#client ??= import('../../app/workerClient.ts').then(
      ({ WorkerClient }) => new WorkerClient(this.#workerPath, { mayRunGit: () => workspace.isTrusted }),
    );
    return this.#client;
  }

  /** Ends the engine; a query under way is interrupted first. */
  async dispose(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await (await client)?.dispose();
  }
}
