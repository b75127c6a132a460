/**
 * `npm run bench:evaluate`: what an evaluation of predictions costs beside what reading and sorting the same data must cost, and beside scikit-learn
 * where Python has or can install it, in one run. `--quick`: 100,000 rows; `--only TEXT` runs the cases whose name holds it; `--json FILE` writes the
 * figures; `--keep FOLDER` keeps the data; `--no-peers` leaves scikit-learn out. Nothing is asserted.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Cost } from '../cost.ts';
import { jobs } from '../jobs.ts';
import { type Predicted, predictions } from './dataset.ts';
import { floor } from './floor.ts';
import { type Scikit, scikit, scikitPython } from './scikit.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
    'no-peers': { type: 'boolean' },
  },
});
const cores = Math.min(2, cpus().length);
const times = 3;

interface Answer extends Cost {
  readonly peakMb: number;
  readonly failure: string | null;
  readonly measures: number;
  readonly slices: number;
}

interface Case extends Predicted {
  readonly name: string;
  readonly compared: boolean;
}

const rows = options.quick ? 100_000 : 1_000_000;
const size = options.quick ? '100k' : '1M';
const cases: readonly Case[] = [
  { name: `${size} binary, 30 columns for slices`, rows, task: 'binary', compared: false },
  { name: `${size} binary, 30 columns for slices, with reference`, rows, task: 'binary', compared: true },
  { name: `${size} regression, 30 columns for slices`, rows, task: 'regression', compared: false },
];

const say = (line: string): void => console.log(line);
const n = (x: number): string => x.toFixed(2);
const folder = options.keep ?? (await mkdtemp(join(tmpdir(), 'driftbook-bench-')));
await mkdir(folder, { recursive: true });
const results: Record<string, unknown> = {};

/** The run that took least of the processors. */
function least<T extends Cost>(make: () => T): T {
  return Array.from({ length: times }, make).reduce((a, b) => (b.cpu < a.cpu ? b : a));
}

function peerOf(python: string | null, path: string): Scikit | null {
  try {
    return python === null ? null : least(() => scikit(python, path));
  } catch (error) {
    say(`scikit-learn: not run (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`);
    return null;
  }
}

function pythonOrNull(): string | null {
  if (options['no-peers']) return null;
  try {
    return scikitPython(folder);
  } catch (error) {
    say(`scikit-learn: cannot be had here (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`);
    return null;
  }
}

try {
  const ask = await jobs<Answer>(folder, 'test/bench/evaluate/job.ts', cores);
  const python = pythonOrNull();
  for (const of of cases.filter(({ name }) => name.includes(options.only ?? ''))) {
    const current = await predictions(folder, of, 'current');
    const reference = of.compared ? await predictions(folder, of, 'reference') : null;
    const { scan, sort } = await floor(reference === null ? [current] : [reference, current], of, cores);
    const best = least(() => ask({ reference, current }));
    const peer = of.compared ? null : peerOf(python, current);
    const ratio = {
      wall: best.wall / (scan.wall + sort.wall / cores),
      cpu: best.cpu / (scan.cpu + sort.cpu),
      scikitWall: peer === null ? null : peer.wall / best.wall,
      scikitCpu: peer === null ? null : peer.cpu / best.cpu,
    };
    results[of.name] = { ...best, scan, sort, scikit: peer, ratio };
    say(
      `${of.name}: ${best.failure ?? `${n(best.wall)} s (${n(best.cpu)} s of processors), peak ${Math.round(best.peakMb)} MB, ${best.measures} measures with intervals, ${best.slices} slices tested`}` +
        `\n    floor: scan ${n(scan.wall)} s (${n(scan.cpu)}) + sort of every number column ${n(sort.wall)} s (${n(sort.cpu)}) / ${cores}` +
        `\n    ÷ floor: ${n(ratio.wall)} by the clock, ${n(ratio.cpu)} by processor time`,
    );
    if (peer !== null) {
      say(
        `    scikit-learn ${peer.version} without intervals: ${n(peer.wall)} s (${n(peer.cpu)} s of processors), peak ${Math.round(peer.peakMb)} MB, ${peer.groups} groups; ÷ ours: ${n(ratio.scikitWall!)} by the clock, ${n(ratio.scikitCpu!)} by processor time`,
      );
    }
  }
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify({ cores, node: process.version, results }, null, 2)}\n`);
} finally {
  if (options.keep === undefined) await rm(folder, { recursive: true, force: true });
}
