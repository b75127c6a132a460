import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SliceCondition } from '../../core/check/subject.ts';
import type { DriftbookRun, PastRun } from '../../core/driftbook/driftbookRun.ts';
import { subjectText } from '../../core/report/subjectText.ts';
import { writeFileWhole } from '../writeFileWhole.ts';
import { keptMeasures, type RunHead, readMeasures } from './keptMeasures.ts';

/** How long what is kept of runs stays: whole runs by their age, what they measured by age and number. */
export interface Retention {
  readonly reportDays: number;
  readonly measureDays: number;
  readonly mostRuns: number;
}

export const standardRetention: Retention = { reportDays: 30, measureDays: 3 * 366, mostRuns: 20_000 };

/** One point of a trend. `reference`: in the same unit, where there is one. */
export interface TrendPoint {
  readonly id: string;
  readonly at: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reference: number | null;
}

/** The course of one number over the runs, oldest first. */
export interface TrendSeries {
  readonly measure: string;
  /** Cut-off of a measure that has one. */
  readonly at: number | null;
  readonly column: string | null;
  readonly slice: readonly SliceCondition[];
  readonly points: readonly TrendPoint[];
}

/** What was read, and the files that are torn or of somebody else, which are passed over. */
export interface Told<T> {
  readonly found: T;
  readonly skipped: readonly string[];
}

const runName = /^(\d{8}T\d{9}Z-[0-9a-f]{8})\.(json|measures)$/;
const temporaryName = /^\.driftbook-[0-9a-f]{12}\.tmp$/;
const dayMs = 86_400_000;
/** So many files are read before others get a turn. */
const atOnce = 200;

/**
 * The runs of a driftbook, in `.driftbook/runs/NAME` beside it: of each a file of its own that is never changed, and a small one of what it measured.
 * Several processes may write and clean at once: names are never used twice, and only files of runs that are over are removed.
 */
export class RunStore {
  readonly folder: string;

  /** @param path of the driftbook. */
  constructor(path: string) {
    const whole = resolve(path);
    this.folder = join(dirname(whole), '.driftbook', 'runs', basename(whole).replace(/\.driftbook\.ya?ml$/, ''));
  }

  /** Keeps a run. What it measured comes first: a run whose writer is killed in between has lost its report, and nothing of its numbers. */
  async keep(run: DriftbookRun): Promise<void> {
    await writeFileWhole(this.#path(run.id, 'measures'), keptMeasures(run), { makeFolder: true });
    await writeFileWhole(this.#path(run.id, 'json'), `${JSON.stringify(run)}\n`);
  }

  /** A run as it was; null when its report is gone, or not whole. */
  async load(id: string): Promise<DriftbookRun | null> {
    if (!runName.test(`${id}.json`)) return null;
    try {
      const run = JSON.parse(await readFile(this.#path(id, 'json'), 'utf8')) as DriftbookRun;
      return run?.schema === 'driftbook.run' && run.version === 1 && run.id === id && Array.isArray(run.cells) && Array.isArray(run.reports)
        ? run
        : null;
    } catch {
      return null;
    }
  }

  /** What each run came to, newest first; `most`: no more than so many. */
  async runs(most = Number.POSITIVE_INFINITY): Promise<Told<readonly RunHead[]>> {
    const { found, skipped } = await this.#read(most, () => false, false);
    return { found: found.map(({ head }) => head).reverse(), skipped };
  }

  /** What the last so many runs measured, oldest first. */
  async past(most: number): Promise<Told<readonly PastRun[]>> {
    if (most <= 0) return { found: [], skipped: [] };
    const { found, skipped } = await this.#read(most, () => true, true);
    return { found: found.map(({ head, measurements }) => ({ id: head.id, at: head.at, measurements })), skipped };
  }

  /**
   * The course of a measure (`mae`, `psi:price`, `ndcg@10`, `p95(latency_ms)`) over the runs. Reads the beginning of each file, and the rest only where
   * the newest run has the number there.
   */
  async trend(measure: string, most = Number.POSITIVE_INFINITY): Promise<Told<readonly TrendSeries[]>> {
    const { name, at, about } = trendKey(measure);
    const begins = `{"measure":${JSON.stringify(name)},`;
    // Most lines need not be parsed: those of other columns hold no slice, and not the name.
    const named = about === null ? null : `"column":${JSON.stringify(about)}`;
    const wanted = (line: string): boolean =>
      line.startsWith(begins) && (named === null || line.includes(named) || line.includes('"slice":'));
    const isAsked = (one: PastRun['measurements'][number]): boolean =>
      (at === null || one.at === at) && (about === null || subjectText(one.subject) === about);
    // Where the newest run has it among what is most asked for, the others are looked through no further.
    const newest = (await this.#read(1, wanted, false)).found[0];
    const all = about === null || newest === undefined ? newest?.measurements.length === 0 : !newest.measurements.some(isAsked);
    const { found, skipped } = await this.#read(most, wanted, all);
    const series = new Map<string, { readonly of: PastRun['measurements'][number]; readonly points: TrendPoint[] }>();
    for (const { head, measurements } of found) {
      for (const one of measurements.filter(isAsked)) {
        const key = `${one.at}:${subjectText(one.subject)}`;
        const known = series.get(key) ?? { of: one, points: [] };
        const { value, interval, reference } = one;
        known.points.push({ id: head.id, at: head.at, value, low: interval?.low ?? null, high: interval?.high ?? null, reference });
        series.set(key, known);
      }
    }
    const told = [...series.values()].map(({ of, points }) => ({
      measure: name,
      at: of.at,
      column: of.subject.column,
      slice: of.subject.slice,
      points,
    }));
    return { found: told, skipped };
  }

  /**
   * Removes what is past its time: whole runs, then what they measured, and what killed writers left for over a day. Age is told by the name of a run, so
   * that nothing that is being written is touched.
   */
  async clean({ reportDays, measureDays, mostRuns }: Retention = standardRetention, now = Date.now()): Promise<void> {
    const names = await this.#names();
    const ids = [...new Set(names.flatMap((name) => runName.exec(name)?.[1] ?? []))].sort().reverse();
    for (const [i, id] of ids.entries()) {
      const age = (now - timeOf(id)) / dayMs;
      if (age > reportDays || i >= mostRuns) await rm(this.#path(id, 'json'), { force: true });
      if (age > measureDays || i >= mostRuns) await rm(this.#path(id, 'measures'), { force: true });
    }
    for (const name of names.filter((name) => temporaryName.test(name))) {
      const path = join(this.folder, name);
      const about = await stat(path).catch(() => null);
      if (about !== null && now - about.mtimeMs > dayMs) await rm(path, { force: true });
    }
  }

  /** The newest files of measurements, oldest first. */
  async #read(most: number, wanted: (line: string) => boolean, all: boolean) {
    const names = (await this.#names()).filter((name) => runName.exec(name)?.[2] === 'measures').sort();
    const found: ReturnType<typeof readMeasures>[] = [];
    const skipped: string[] = [];
    for (let i = names.length - 1; i >= 0 && found.length < most; i--) {
      try {
        const read = readMeasures(join(this.folder, names[i]!), wanted, all);
        if (names[i] !== `${read.head.id}.measures`) throw new Error('of another name');
        found.push(read);
      } catch (error) {
        // Another process may have cleaned up by now.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') skipped.push(names[i]!);
      }
      if (i % atOnce === 0) await new Promise((resume) => setImmediate(resume));
    }
    return { found: found.reverse(), skipped };
  }

  async #names(): Promise<string[]> {
    return readdir(this.folder).catch(() => []);
  }

  #path(id: string, kind: 'json' | 'measures'): string {
    return join(this.folder, `${id}.${kind}`);
  }
}

/** `psi:price`, `ndcg@10`, `p95(latency_ms)`: the measure, its cut-off, and what it is of. */
function trendKey(text: string): { readonly name: string; readonly at: number | null; readonly about: string | null } {
  const { figure, of } = /^(?<figure>mean|median|p95)\((?<of>.+)\)$/s.exec(text)?.groups ?? {};
  if (figure !== undefined) return { name: figure, at: null, about: of! };
  const colon = text.indexOf(':');
  const [measure, about] = colon < 0 ? [text, null] : [text.slice(0, colon), text.slice(colon + 1)];
  const [name = '', cut] = measure.split('@', 2);
  return { name, at: cut === undefined ? null : Number(cut), about };
}

function timeOf(id: string): number {
  const [, year, month, day, hour, minute, second, ms] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id)!;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), Number(ms));
}
