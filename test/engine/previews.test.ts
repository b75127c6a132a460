import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WorkerClient } from '../../src/app/workerClient.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import type { Preview } from '../../src/shared/workerProtocol.ts';
import { literal, runSql, workplace } from './workplace.ts';

const place = await workplace('previews');
const client = new WorkerClient(fileURLToPath(new URL('../../dist/worker.cjs', import.meta.url)), { keepMs: 0 });
after(() => client.dispose());

/** Comparing these takes a few seconds: the testing of columns alone is many times the time between two previews. */
const table = (seed: number): string =>
  `SELECT ${Array.from({ length: 80 }, (_, i) => `hash(range * 31 + ${i * 7 + seed}) % 100000 / 7.0 AS x${i}`).join(', ')}, TIMESTAMP '2024-01-01' + INTERVAL (range * 60) SECOND AS w FROM range(60000)`;
const paths = [place.path('r.parquet'), place.path('c.parquet')] as const;
await runSql(...paths.map((path, i) => `COPY (${table(i)}) TO ${literal(path)} (FORMAT parquet)`));
const params = { spec: { reference: { path: paths[0] }, current: { path: paths[1] } }, engine: place.engine, version: '0.0.0' };

test('previews come through the worker while columns are tested, and the report is the same without', async () => {
  const seen: Preview[] = [];
  const final = await client.compare(params, { onPreview: (preview) => seen.push(preview) });
  assert.ok(seen.length >= 2, `${seen.length} previews in ${final.run.durationMs} ms`);
  for (const { preview, done, total } of seen) {
    assert.equal(total, 80);
    assert.equal(columnsOf(preview).filter((column) => column.reason === 'pending').length, total - done);
  }
  const done = seen.map((preview) => preview.done);
  assert.deepEqual(
    done,
    [...done].sort((a, b) => a - b),
  );
  console.log(`${seen.length} previews (${done.join(', ')} of 80 columns) in ${final.run.durationMs} ms`);
  const plain = await client.compare(params);
  console.log(`${plain.run.durationMs} ms without previews`);
  const timeless = (report: Report) => ({ ...report, run: null });
  assert.deepEqual(timeless(final), timeless(plain));
});
