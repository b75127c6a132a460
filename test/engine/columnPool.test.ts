import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { WorkerClient } from '../../src/app/workerClient.ts';
import { decisionRule } from '../../src/core/check/decisionRule.ts';
import { analyse } from '../../src/core/pipeline/analyse.ts';
import type { ColumnLayout } from '../../src/core/read/sortedSide.ts';
import { driftOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnJob } from '../../src/core/sections/drift/compute/columnWorkers.ts';
import { columnPool, sharedBuffer } from '../../src/worker/columnPool.ts';
import { bundleWorker } from '../harness/bundleWorker.ts';
import { calm, literal, runSql, workplace } from './workplace.ts';

/** Columns computed on threads beside the engine, from the bundle as it is shipped. */
const place = await workplace('pool');
const worker = await bundleWorker(place.folder);

test('a comparison on several threads is the comparison on one, to the last digit', async () => {
  const rows = (seed: number) =>
    `SELECT ${Array.from({ length: 14 }, (_, i) => `CASE WHEN hash(range, ${i + seed}) % 20 = 0 THEN NULL ELSE hash(range, ${100 * i + seed}) % ${5 * 4 ** (i % 7)} / 4.0 END AS x${i}`).join(', ')},
      'c' || hash(range, ${seed}) % 30 AS c, TIMESTAMP '2024-01-01' + INTERVAL (range * 700 + ${seed * 9_000_000}) SECOND AS t FROM range(9000)`;
  const [reference, current] = [place.path('reference.parquet'), place.path('current.parquet')];
  await runSql(`COPY (${rows(1)}) TO ${literal(reference)} (FORMAT parquet)`, `COPY (${rows(2)}) TO ${literal(current)} (FORMAT parquet)`);
  const spec = { reference: { path: reference }, current: { path: current } };
  const plain = await place.open({ reference, current }, ({ reference, current, notes }) =>
    analyse(spec, { reference, current }, { signal: calm, progress: () => {}, notes, version: '0.0.0', now: () => 0, budgetBytes: 1e8 }),
  );
  const client = new WorkerClient(worker, { keepMs: 0 });
  after(() => client.dispose());
  const pooled = await client.compare({ spec, engine: place.engine, version: '0.0.0' });
  assert.ok((pooled.time?.chunks.length ?? 0) > 3 && driftOf(pooled).summary.tested === 15 && driftOf(pooled).blocks !== null);
  const settled = { run: null };
  assert.deepEqual({ ...pooled, ...settled }, JSON.parse(JSON.stringify({ ...plain, ...settled })));
});

const rows = 3_000_000;
const layout: ColumnLayout = {
  rows,
  partOf: null,
  likeOfPart: null,
  likeCells: 0,
  chunkOfPart: Int16Array.of(-1),
  blockOfPart: Int32Array.of(-1),
  blockCount: 0,
  chunkOfBlock: new Int16Array(0),
  wholeOfBlock: new Int32Array(0),
  wholeUnits: new Float64Array(0),
  rowsPerBlock: new Float64Array(0),
  rowsPerChunk: new Float64Array(0),
  rowsWithoutTime: 0,
  buckets: [],
};
const job: ColumnJob = {
  referenceLayout: layout,
  currentLayout: layout,
  numbers: { reference: layout, current: layout },
  rule: decisionRule('default'),
  use: { by: 'rows', ordered: false, phases: null, single: false, minRows: 30 },
};

test('closing gives up what is under way and what waits, and what comes later is refused', async () => {
  const pool = columnPool(worker, 2, job);
  const asked = Array.from({ length: 3 }, () => {
    const pair = { reference: sharedBuffer(rows), current: sharedBuffer(rows) };
    for (let i = 0; i < rows; i++) pair.reference[i] = pair.current[i] = (i * 7919) % rows;
    return pool.numbers(pair);
  });
  const settled = Promise.allSettled(asked);
  pool.close();
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
  await assert.rejects(pool.numbers({ reference: sharedBuffer(1), current: sharedBuffer(1) }), /no longer wanted/);
});

test('a thread that cannot start fails its columns instead of leaving them unanswered', async () => {
  const pool = columnPool(place.path('no-such-worker.cjs'), 1, job);
  await assert.rejects(pool.numbers({ reference: sharedBuffer(1), current: sharedBuffer(1) }));
});
