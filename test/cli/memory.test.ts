import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
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

const skip = process.env.DRIFTBOOK_BIG === '1' ? false : 'set DRIFTBOOK_BIG=1';

async function writePredictions(name: string, rows: number, seed: number): Promise<string> {
  const path = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const of = (n: number): string => `hash(i + ${seed + n}) % 1000`;
  await connection.run(`COPY (SELECT ${of(0)} / 1000 AS score, (${of(1)} < ${of(0)})::INT AS y_true, (${of(0)} >= 500)::INT AS y_pred,
    'r' || ${of(2)} % 8 AS region, ${of(3)} / 3.0 AS amount, (${of(4)} % 90)::INT AS age FROM range(${rows}) t(i)) TO '${path}'`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

/** Runs the program; the peak of every process it starts, in MiB, is told by the processes themselves when they end. */
async function peakOf(args: readonly string[]): Promise<{ readonly peakMb: number; readonly report: Report }> {
  const peaks = await mkdtemp(join(folder, 'peaks-'));
  const tell = `import{writeFileSync as w}from'node:fs';import{isMainThread as m}from'node:worker_threads';if(m)process.on('exit',()=>w(process.env.DRIFTBOOK_PEAKS+'/'+process.pid,String(process.resourceUsage().maxRSS)))`;
  const json = join(peaks, 'report.json');
  const { code, stderr } = await runCli([...args, '--json', json], {
    cwd: folder,
    env: { DRIFTBOOK_PEAKS: peaks, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` },
  });
  assert.ok(code === 0 || code === 1, stderr);
  const processes = (await readdir(peaks)).filter((name) => /^\d+$/.test(name));
  assert.ok(processes.length > 0);
  const sizes = await Promise.all(processes.map(async (name) => Number(await readFile(join(peaks, name), 'utf8'))));
  return {
    peakMb: sizes.reduce((sum, kilobytes) => sum + kilobytes / 1024, 0),
    report: JSON.parse(await readFile(json, 'utf8')) as Report,
  };
}

for (const [rows, memoryMb, mostMb, left] of [
  [1_000_000, 128, 450, false],
  [4_500_000, 128, 560, skip],
  [4_500_000, 1024, 1024, skip],
] as const) {
  test(`evaluating two sides of ${rows} predictions under --memory ${memoryMb} stays below ${mostMb} MiB`, { skip: left }, async (t) => {
    const reference = await writePredictions(`reference-${rows}.parquet`, rows, 100);
    const current = await writePredictions(`current-${rows}.parquet`, rows, 200);
    const { peakMb, report } = await peakOf(['evaluate', current, '--reference', reference, '--memory', String(memoryMb)]);
    const note = evaluationOf(report)?.notes.find(({ code }) => code === 'rows_sampled');
    t.diagnostic(`peak ${Math.round(peakMb)} MiB, evaluated ${note?.values.current ?? rows} of ${rows} rows`);
    assert.ok(peakMb <= mostMb, `${Math.round(peakMb)} MiB`);
    assert.equal(evaluationOf(report)?.rows.current.rows, note?.values.current ?? rows);
  });
}
