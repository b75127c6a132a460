import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { Revisions } from '../../../src/app/revisions/revisions.ts';
import { WorkerClient, type WorkerClientOptions } from '../../../src/app/workerClient.ts';
import type { ComparisonSpec } from '../../../src/core/spec/spec.ts';
import { bundleWorker } from '../../harness/bundleWorker.ts';
import { gitRepository } from '../../harness/gitRepository.ts';
import { waitFor } from '../../harness/waitFor.mjs';
import { calm, literal, runSql, workplace } from '../workplace.ts';

/** Files of revisions as the engine's client lends them: who may have them, what is told of them, and that none is left. */
const place = await workplace('lending');
const worker = await bundleWorker(place.folder);
const repository = gitRepository(place.path('repository'));
const data = repository.path('data.parquet');
const write = (factor: number): Promise<void> =>
  runSql(`COPY (SELECT range * ${factor} AS x, range % 3 AS k FROM range(300)) TO ${literal(data)} (FORMAT parquet)`);
await write(1);
repository.write('text.csv', `x\n${Array.from({ length: 50 }, (_, i) => i).join('\n')}\n`);
const commit = repository.commit('first');
await write(9);
const spec: ComparisonSpec = { reference: { path: data, rev: 'HEAD' }, current: { path: data } };
const params = { spec, engine: place.engine, version: '1.0.0' };
const left = (): string[] => (existsSync(place.temp) ? readdirSync(place.temp) : []);

const clients: WorkerClient[] = [];
const dispose = () => Promise.all(clients.splice(0).map((client) => client.dispose()));
afterEach(async () => {
  await dispose();
  assert.deepEqual(left(), [], 'nothing is left');
});
after(dispose);
function client(options: WorkerClientOptions): WorkerClient {
  const made = new WorkerClient(worker, options);
  clients.push(made);
  return made;
}

test('where git may not be run revisions are off, and git is not looked for', async () => {
  const { PATH } = process.env;
  try {
    process.env.PATH = '';
    for (const options of [{}, { mayRunGit: () => false }]) {
      await assert.rejects(client(options).compare(params), {
        code: 'revisions_off',
        details: { side: 'reference', file: `${data}@HEAD` },
      });
    }
  } finally {
    process.env.PATH = PATH;
  }
});

test('a comparison, its columns and its rows are of one file, which is told as the revision; asked again it is the same file', async () => {
  const engine = client({ mayRunGit: () => true });
  const items: (string | null)[] = [];
  const previews: unknown[] = [];
  const report = await engine.compare(params, {
    onProgress: ({ item }) => items.push(item),
    onPreview: ({ preview }) => previews.push(preview),
  });
  assert.deepEqual(report.spec, spec);
  assert.equal(report.datasets.reference?.label, `data.parquet @ HEAD (${commit.slice(0, 7)})`);
  assert.equal(report.datasets.reference.files[0]?.path, `${data}@HEAD`);
  assert.ok(!JSON.stringify([report, items, previews]).includes(place.temp), 'no temporary path is told');
  const [folder] = left().filter((name) => existsSync(join(place.temp, name, '1')));
  const file = join(place.temp, folder!, '1', 'data.parquet');
  const { ino } = statSync(file);
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o077, 0, 'for its user alone');
  const page = await engine.rows({
    spec,
    engine: place.engine,
    side: 'reference',
    query: { column: 'x', selection: { kind: 'range', from: 100, to: 102 }, window: null, offset: 0, limit: 5 },
  });
  assert.equal(page.total, 2);
  assert.deepEqual(
    page.rows.map(([x]) => Number(x)),
    [100, 101],
  );
  await engine.compare(params);
  assert.equal(statSync(file).ino, ino);
});

test('files are removed when nobody used them for a while', async () => {
  const revisions = new Revisions(() => true, 20);
  const lent = await revisions.lend(spec, place.temp, calm);
  const again = await revisions.lend(spec, place.temp, calm);
  assert.deepEqual(again.spec, lent.spec);
  const { path } = lent.spec.reference as { readonly path: string };
  lent.release();
  lent.release();
  assert.ok(existsSync(path), 'somebody else has it');
  again.release();
  await waitFor('the removal', () => !existsSync(path) && left().length === 0, 5000, 5);
  const third = await revisions.lend({ reference: null, current: spec.reference! }, place.temp, calm);
  assert.ok('path' in third.spec.current && existsSync(third.spec.current.path));
  await revisions.dispose();
});

test('what cannot be had leaves nothing, and names the side', async () => {
  const revisions = new Revisions(() => true, 60_000);
  await assert.rejects(revisions.lend({ ...spec, current: { path: data, rev: 'nothing' } }, place.temp, calm), {
    code: 'unknown_revision',
    details: { side: 'current', file: `${data}@nothing`, found: 'nothing' },
  });
  await revisions.dispose();
});

test('a cancel amid the reading is heard by the client', async () => {
  const engine = client({ mayRunGit: () => true });
  const stop = new AbortController();
  const work = assert.rejects(engine.compare(params, { signal: stop.signal }), { name: 'AbortError' });
  stop.abort();
  await work;
});
