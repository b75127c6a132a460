/**
 * `npm run bench`: what a comparison costs beside what reading and sorting the same data must cost, in one run. `--quick` ends within a minute on a
 * quiet machine; `--only TEXT` runs the cases whose name holds it; `--json FILE` writes the figures; `--peers` also times other tools. Other work on
 * the machine disturbs wall times: the ratio of processor times says more then, and both are printed. Nothing is asserted.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Cost } from '../cost.ts';
import { jobs } from '../jobs.ts';
import { files, type Pair } from './dataset.ts';
import { cores, scanFloor, sortFloor } from './floor.ts';
import { runPeers } from './peers.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'string' },
    peers: { type: 'boolean' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
});

interface Answer extends Cost {
  readonly peakMb: number;
  readonly afterCancel: number | null;
  readonly failure: string | null;
}

interface Case extends Pair {
  readonly name: string;
  readonly memoryLimitMb: number;
  readonly chunks: boolean;
  /** Numeric columns whose sort is timed. */
  readonly sorted: number;
}

const one = (name: string, rows: number, columns: number, format: Pair['format'] = 'parquet', chunks = false, sorted = 10): Case => ({
  name,
  rows,
  columns,
  format,
  memoryLimitMb: 1024,
  chunks,
  sorted,
});
/** Few rows over many days: months by days, over five and a half years. */
const spans = (columns: number): Case => ({
  ...one(`wide spans, 4k × ${columns} CSV over 5.5 years`, 4000, columns, 'csv', true),
  days: 2009,
});
const cases: readonly Case[] = options.quick
  ? [
      one('100k × 50 Parquet', 100_000, 50),
      one('100k × 50 Parquet, by time', 100_000, 50, 'parquet', true),
      one('100k × 50 CSV', 100_000, 50, 'csv'),
      one('10k × 20 Parquet, by time', 10_000, 20, 'parquet', true),
      spans(60),
    ]
  : [
      one('1M × 50 Parquet', 1_000_000, 50),
      one('1M × 50 Parquet, by time', 1_000_000, 50, 'parquet', true),
      one('1M × 50 CSV', 1_000_000, 50, 'csv'),
      one('10M × 20 Parquet', 10_000_000, 20, 'parquet', false, 3),
      one('1M × 20 Parquet', 1_000_000, 20),
      one('100k × 20 Parquet', 100_000, 20),
      one('100k × 50 Parquet', 100_000, 50),
      one('100k × 500 Parquet', 100_000, 500),
      one('10k × 2000 CSV', 10_000, 2000, 'csv'),
      spans(60),
      spans(300),
    ];
/** Pairs of cases: how much longer the larger one takes than its size says. */
const growth = [
  ['1M × 20 Parquet', '10M × 20 Parquet'],
  ['100k × 50 Parquet', '100k × 500 Parquet'],
] as const;

const say = (line: string): void => console.log(line);
const folder = options.keep ?? (await mkdtemp(join(tmpdir(), 'driftbook-bench-')));
await mkdir(folder, { recursive: true });
const results: Record<string, unknown> = {};

async function measure(of: Case, ask: (question: object) => Answer): Promise<void> {
  const paths = await files(folder, of);
  const times = of.rows * of.columns > 5e6 ? 1 : 3;
  const scan = await scanFloor([paths.reference, paths.current], of, times);
  const sort = await sortFloor(paths.reference, of, folder, of.sorted);
  const runs = Array.from({ length: times }, () => ask({ ...paths, memoryLimitMb: of.memoryLimitMb, chunks: of.chunks, what: 'compare' }));
  const best = runs.reduce((a, b) => (b.cpu < a.cpu ? b : a));
  const floor = scan.wall + sort.wall / cores;
  const ratio = {
    wall: best.wall / floor,
    cpu: best.cpu / (scan.cpu + sort.cpu),
    scanWall: best.wall / scan.wall,
    scanCpu: best.cpu / scan.cpu,
  };
  results[of.name] = { ...best, scan, sort, ratio };
  const n = (x: number): string => x.toFixed(2);
  say(
    `${of.name}: ${best.failure ?? `${n(best.wall)} s (${n(best.cpu)} s of processors), peak ${Math.round(best.peakMb)} MB of a limit of ${of.memoryLimitMb}`}` +
      `\n    floor: scan ${n(scan.wall)} s (${n(scan.cpu)}) + ${sort.by} sort ${n(sort.wall)} s (${n(sort.cpu)}) / ${cores}` +
      `\n    ÷ (scan + sort / cores): ${n(ratio.wall)} by the clock, ${n(ratio.cpu)} by processor time; ÷ scan: ${n(ratio.scanWall)}, ${n(ratio.scanCpu)}`,
  );
}

try {
  const ask = await jobs<Answer>(folder, 'test/bench/compare/job.ts', cores);
  const chosen = cases.filter(({ name }) => name.includes(options.only ?? ''));
  for (const of of chosen) await measure(of, ask);
  for (const [small, large] of growth) {
    const [a, b] = [results[small], results[large]] as ((Answer & Case) | undefined)[];
    const size = (name: string): number => {
      const { rows, columns } = cases.find((c) => c.name === name)!;
      return rows * columns;
    };
    if (a === undefined || b === undefined) continue;
    const factor = b.cpu / a.cpu / (size(large) / size(small));
    results[`growth ${small} → ${large}`] = factor;
    say(`growth ${small} → ${large}: ${factor.toFixed(2)} × linear by processor time`);
  }
  const last = chosen[0];
  if (last !== undefined) {
    const question = { ...(await files(folder, last)), memoryLimitMb: 1024, chunks: true };
    const ready = Math.min(...[1, 2, 3].map(() => ask({ ...question, what: 'ready' }).wall));
    results.readyMs = ready * 1000;
    say(`engine ready (process started, DuckDB loaded, first request answered): ${(ready * 1000).toFixed(0)} ms`);
    for (const stage of ['profiling', 'columns'] as const) {
      const { afterCancel } = ask({ ...question, what: { cancel: stage } });
      results[`cancel in ${stage}`] = afterCancel;
      say(
        `cancel while ${stage}, ${last.name}: ${afterCancel === null ? 'came too late' : `${(afterCancel * 1000).toFixed(0)} ms until the work had stopped`}`,
      );
    }
    if (options.peers) await runPeers(await files(folder, { ...last, format: 'csv' }), await files(folder, last), folder, results, say);
  }
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify({ cores, node: process.version, results }, null, 2)}\n`);
} finally {
  if (options.keep === undefined) await rm(folder, { recursive: true, force: true });
}
