import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Uri, workspace } from 'vscode';
import type { Driftbook } from '../../core/driftbook/driftbook.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import type { Log } from '../window/log.ts';

/** Most datasets whose columns are remembered. */
const mostKept = 20;

/** Names of the columns of the data of driftbooks, read by the engine once a file was written, when they are first asked for. */
export class DataColumns {
  readonly #kept = new Map<string, Promise<readonly string[]>>();
  readonly #comparisons: Comparisons;
  readonly #log: Log;

  constructor(comparisons: Comparisons, log: Log) {
    this.#comparisons = comparisons;
    this.#log = log;
  }

  /** Names of the columns of current and reference; none where they cannot be read, or the workspace is not trusted: a file alone opens no other. */
  async of(file: Uri, { datasets }: Partial<Driftbook>): Promise<readonly string[]> {
    if (!workspace.isTrusted || file.scheme !== 'file' || datasets?.current?.path === undefined) return [];
    const { datasetSpec } = await import('../../app/driftbookFiles.ts');
    const folder = dirname(file.fsPath);
    const inFolder = (path: string): string => resolve(folder, path);
    const current = datasetSpec(datasets.current, inFolder);
    const reference = datasets.reference?.path === undefined ? null : datasetSpec(datasets.reference, inFolder);
    const written = await stat(inFolder(datasets.current.path)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    const key = JSON.stringify([current, reference, written]);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const read = this.#comparisons
      .inspect({ reference, current, evaluate: true }, {}, new AbortController().signal)
      .then(({ candidates }) => candidates.map(({ name }) => name))
      .catch((error: unknown) => {
        this.#log.info(`columns of ${datasets.current.path}: ${error instanceof Error ? error.message : String(error)}`);
        this.#kept.delete(key);
        return [];
      });
    this.#kept.set(key, read);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return read;
  }
}
