import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import type { Report } from '../../core/report/report.ts';
import { addressOf } from '../../core/spec/addressOf.ts';
import type { ComparisonSpec, DatasetSpec } from '../../core/spec/spec.ts';
import { makeWorkFolder, removeWorkFolder } from '../../engine/workFolder.ts';
import { replacePaths, type ShownPath } from './replacePaths.ts';
import { findRevision, resolveRevision } from './resolveRevision.ts';
import { revisionName, shortId } from './revisionName.ts';

type Revision = Extract<DatasetSpec, { readonly rev: string }>;

/** Files that stand for the revisions of a spec, until they are given back. */
export interface Lent {
  /** The spec with plain paths in place of revisions. */
  readonly spec: ComparisonSpec;
  /** What was made or said of the files, told of the revisions that they stand for: no temporary path is left. */
  told<T>(value: T): T;
  report(report: Report): Report;
  error(error: unknown): unknown;
  release(): void;
}

/** One revision of one path on the disk. */
interface Kept extends ShownPath {
  readonly name: string;
  readonly folder: string;
  users: number;
  timer: NodeJS.Timeout | undefined;
}

function isRevision(dataset: DatasetSpec | null): dataset is Revision {
  return dataset !== null && 'rev' in dataset;
}

/**
 * Files of revisions, below a work folder of this process: made when they are first asked for, kept for a while after their last use (rows of a
 * report are read later), removed at the end. What a killed process leaves the next run removes, as it does all work folders.
 */
export class Revisions {
  readonly #allowed: () => boolean;
  readonly #keepMs: number;
  readonly #kept = new Map<string, Kept>();
  readonly #folders = new Map<string, Promise<string>>();
  #made = 0;
  /** Revisions that are being made just now. */
  #busy = 0;

  /** `allowed`: whether git may be run now. */
  constructor(allowed: () => boolean, keepMs: number) {
    this.#allowed = allowed;
    this.#keepMs = keepMs;
  }

  /**
   * Lends files for the revisions that a spec names. Rejects with a DataError that names the side (revisions_off where git may not be run) or an
   * AbortError, within half a second of a cancel; then nothing stays behind.
   */
  async lend(spec: ComparisonSpec, tempDirectory: string, signal: CancelSignal): Promise<Lent> {
    const used: Kept[] = [];
    const release = (): void => {
      for (const kept of used.splice(0)) this.#giveBack(kept);
    };
    try {
      const names = new Map<'reference' | 'current', string>();
      const lendSide = async (side: 'reference' | 'current'): Promise<DatasetSpec | null> => {
        const dataset = spec[side];
        if (!isRevision(dataset)) return dataset;
        const kept = await this.#take(dataset, side, tempDirectory, signal);
        used.push(kept);
        names.set(side, kept.name);
        return { path: kept.path };
      };
      const reference = await lendSide('reference');
      const current = (await lendSide('current'))!;
      return { ...shownAs(spec, [...used], names), spec: { ...spec, reference, current }, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Removes all files, also those that are lent. */
  async dispose(): Promise<void> {
    for (const { timer } of this.#kept.values()) clearTimeout(timer);
    this.#kept.clear();
    const folders = [...this.#folders.values()];
    this.#folders.clear();
    await Promise.allSettled(folders.map(async (folder) => removeWorkFolder(await folder)));
  }

  async #take(dataset: Revision, side: 'reference' | 'current', tempDirectory: string, signal: CancelSignal): Promise<Kept> {
    const address = addressOf(dataset);
    this.#busy++;
    try {
      if (!this.#allowed()) throw new DataError('revisions_off');
      const found = await findRevision(dataset.path, dataset.rev, signal);
      const key = JSON.stringify([found.repository, found.commit, address, tempDirectory]);
      const known = this.#kept.get(key);
      if (known !== undefined) {
        clearTimeout(known.timer);
        known.users++;
        return known;
      }
      const folder = join(await this.#folder(tempDirectory), String(++this.#made));
      try {
        await mkdir(folder, { mode: 0o700 });
        const { path } = await resolveRevision(found, folder, signal);
        const name = revisionName(dataset.path, dataset.rev, found.commit);
        const kept: Kept = { path, shown: shownPath(dataset, found.commit), name, folder, users: 1, timer: undefined };
        if (!this.#kept.has(key)) this.#kept.set(key, kept);
        return kept;
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    } catch (error) {
      throw error instanceof DataError ? new DataError(error.code, { side, file: address, ...error.details }) : error;
    } finally {
      this.#busy--;
    }
  }

  #folder(tempDirectory: string): Promise<string> {
    const made = this.#folders.get(tempDirectory) ?? makeWorkFolder(tempDirectory);
    this.#folders.set(tempDirectory, made);
    // The next one tries again.
    made.catch(() => this.#folders.delete(tempDirectory));
    return made;
  }

  #giveBack(kept: Kept): void {
    kept.users--;
    if (kept.users > 0) return;
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => {
      for (const [key, one] of this.#kept) if (one === kept) this.#kept.delete(key);
      // An empty work folder is nobody's; the next revision makes another.
      const remove = this.#kept.size + this.#busy === 0 ? this.dispose() : rm(kept.folder, { recursive: true, force: true });
      void remove.catch(() => {});
    }, this.#keepMs);
    kept.timer.unref();
  }
}

/** In place of a temporary path: what follows its last slash names the file, so a revision with one of its own is told by its commit. */
function shownPath({ path, rev }: Revision, commit: string): string {
  return `${path}@${rev.includes('/') ? shortId(commit) : rev}`;
}

function shownAs(
  asked: ComparisonSpec,
  paths: readonly ShownPath[],
  names: ReadonlyMap<'reference' | 'current', string>,
): Pick<Lent, 'told' | 'report' | 'error'> {
  const told = <T>(value: T): T => replacePaths(value, paths);
  return {
    told,
    report: (report) => {
      const { datasets, ...rest } = told(report);
      const { reference, current } = datasets;
      const name = <D extends { readonly label: string } | null>(side: 'reference' | 'current', dataset: D): D =>
        dataset === null || !names.has(side) ? dataset : { ...dataset, label: names.get(side)! };
      return { ...rest, datasets: { reference: name('reference', reference), current: name('current', current) }, spec: asked };
    },
    error: (error) => (error instanceof DataError ? new DataError(error.code, told(error.details)) : error),
  };
}
