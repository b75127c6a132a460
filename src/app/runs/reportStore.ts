import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../core/report/migrate.ts';
import type { Report } from '../../core/report/report.ts';
import { comparisonSpec } from '../../core/spec/comparisonSpec.ts';
import { pathText } from '../../core/spec/problem.ts';
import { read } from '../../core/spec/read.ts';
import { writeFileWhole } from '../writeFileWhole.ts';

const keep = 10;
const reportFile = /^(\d{14}-[0-9a-f]{8})\.json$/;

/** Keeps the last reports as files, so that panels come back after a reload of the window. Ids sort by age. */
export class ReportStore {
  readonly #folder: string;
  readonly #tellWrong: (id: string, places: readonly string[]) => void;
  readonly #listeners = new Set<() => void>();
  #last = 0;

  /** `tellWrong` hears of kept reports whose spec makes no sense, by their ids and the places; they count as gone. */
  constructor(folder: string, tellWrong: (id: string, places: readonly string[]) => void = () => {}) {
    this.#folder = folder;
    this.#tellWrong = tellWrong;
  }

  /** Keeps a report and returns its id; the oldest beyond ten go, save those in `inUse`. */
  async save(report: Report, inUse: ReadonlySet<string>): Promise<string> {
    // Two saves within a millisecond still get ids in order.
    this.#last = Math.max(Date.now(), this.#last + 1);
    const id = `${String(this.#last).padStart(14, '0')}-${randomBytes(4).toString('hex')}`;
    await writeFileWhole(this.#path(id), JSON.stringify(report), { private: true });
    const spare = (await this.ids()).filter((other) => other !== id && !inUse.has(other)).slice(keep - 1);
    await Promise.all(spare.map((other) => rm(this.#path(other), { force: true })));
    this.#tell();
    return id;
  }

  /** A kept report, or null when it is gone or not whole. */
  async load(id: string): Promise<Report | null> {
    if (!reportFile.test(`${id}.json`)) return null;
    try {
      const report = migrate(JSON.parse(await readFile(this.#path(id), 'utf8')));
      if (report === null) return null;
      const { problems } = read(comparisonSpec, report.spec);
      if (problems.length === 0) return report;
      this.#tellWrong(
        id,
        problems.map(({ path }) => pathText(['spec', ...path])),
      );
      return null;
    } catch {
      return null;
    }
  }

  /** Ids of kept reports, newest first. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .map((name) => reportFile.exec(name)?.[1])
      .filter((id) => id !== undefined)
      .sort()
      .reverse();
  }

  /** Forgets a kept report. */
  async remove(id: string): Promise<void> {
    if (!reportFile.test(`${id}.json`)) return;
    await rm(this.#path(id), { force: true });
    this.#tell();
  }

  /** Calls `listener` whenever a report was kept or removed. */
  onDidChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
