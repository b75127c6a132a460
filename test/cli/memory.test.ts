import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { evaluationOf } from '../../src/core/report/evaluationOf.ts';
import type { Report } from '../../src/core/report/report.ts';
import { runCli } from './runCli.ts';

/** Peak memory of whole runs of the program under small limits; the largest only with DRIFTBOOK_BIG=1. */
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-memory-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const unknown = existsSync('/proc/self/task') ? false : 'peaks of processes are read from /proc';
const skip = unknown || (process.env.DRIFTBOOK_BIG === '1' ? false : 'set DRIFTBOOK_BIG=1');

/** `timed`: a time column in front, 365 days in file order. */
async function writePredictions(name: string, rows: number, seed: number, timed: boolean): Promise<string> {
  const path = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const of = (n: number): string => `hash(i + ${seed + n}) % 1000`;
  await connection.run(`COPY (SELECT ${timed ? `TIMESTAMP '2025-01-01' + to_seconds(i * 31536000 // ${rows}) AS at, ` : ''}${of(0)} / 1000 AS score, (${of(1)} < ${of(0)})::INT AS y_true, (${of(0)} >= 500)::INT AS y_pred,
    'r' || ${of(2)} % 8 AS region, ${of(3)} / 3.0 AS amount, (${of(4)} % 90)::INT AS age FROM range(${rows}) t(i)) TO '${path}'`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

/** Highest resident size of a process so far, in MiB, and the processes it started; null once it is gone. */
function sizeOf(pid: number): { readonly peakMb: number; readonly children: readonly number[] } | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return peak === undefined ? null : { peakMb: Number(peak) / 1024, children };
  } catch {
    return null;
  }
}

/**
 * Runs the program; the sum of the peaks of its processes. The engine's process is told nothing of ours, so the system is asked: the highest size so far is a
 * high-water mark, and only what a process takes in its last hundredth of a second is missed.
 */
async function peakOf(
  args: readonly string[],
): Promise<{ readonly peakMb: number; readonly processes: readonly number[]; readonly report: Report }> {
  const peaks = new Map<number, number>();
  const look = (pid: number): void => {
    const size = sizeOf(pid);
    if (size === null) return;
    peaks.set(pid, size.peakMb);
    for (const child of size.children) look(child);
  };
  const json = join(await mkdtemp(join(folder, 'run-')), 'report.json');
  let watch: NodeJS.Timeout | undefined;
  const { code, stderr } = await runCli([...args, '--json', json], {
    cwd: folder,
    onStart: (pid) => {
      watch = setInterval(() => look(pid), 10);
    },
  }).finally(() => clearInterval(watch));
  assert.ok(code === 0 || code === 1, stderr);
  const processes = [...peaks.values()].map(Math.round);
  // The program and the process of its engine: with the first alone nothing would be measured.
  assert.ok(processes.length >= 2, `${processes.length} processes seen`);
  return { peakMb: processes.reduce((sum, size) => sum + size, 0), processes, report: JSON.parse(await readFile(json, 'utf8')) as Report };
}

for (const [rows, memoryMb, mostMb, left, timed] of [
  [1_000_000, 128, 450, unknown, false],
  [4_500_000, 128, 560, skip, false],
  [4_500_000, 1024, 1024, skip, false],
  [4_500_000, 128, 560, skip, true],
  [4_500_000, 1024, 1024, skip, true],
] as const) {
  const what = `${rows} predictions${timed ? ' of 365 days' : ''}`;
  test(`evaluating two sides of ${what} under --memory ${memoryMb} stays below ${mostMb} MiB`, { skip: left }, async (t) => {
    const reference = await writePredictions(`reference-${rows}.parquet`, rows, 100, timed);
    const current = await writePredictions(`current-${rows}.parquet`, rows, 200, timed);
    const { peakMb, processes, report } = await peakOf(['evaluate', current, '--reference', reference, '--memory', String(memoryMb)]);
    const note = evaluationOf(report)?.notes.find(({ code }) => code === 'rows_sampled');
    t.diagnostic(`peak ${peakMb} MiB (${processes.join(' + ')}), evaluated ${note?.values.current ?? rows} of ${rows} rows`);
    assert.ok(peakMb <= mostMb, `${peakMb} MiB`);
    assert.equal(evaluationOf(report)?.rows.current.rows, note?.values.current ?? rows);
  });
}
