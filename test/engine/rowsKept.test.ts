import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WorkerClient, type WorkerClientOptions } from '../../src/app/workerClient.ts';
import type { RowQuery, RowsPage } from '../../src/core/data/rowsPage.ts';
import type { Report } from '../../src/core/report/report.ts';
import { driftOf } from '../../src/core/report/sectionOf.ts';
import type { ComparisonSpec } from '../../src/core/spec/spec.ts';

/** The worker keeps what it opened: rows come at once, and a run with other choices does not read the files again. */
const workerPath = fileURLToPath(new URL('../../dist/worker.cjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'driftbook-kept-'));
const tempDirectory = join(folder, 'temp');
const clients: WorkerClient[] = [];
const query: RowQuery = { column: 'x', selection: { kind: 'range', from: 0, to: 3 }, window: null, offset: 0, limit: 10 };

before(async () => {
  assert.ok(existsSync(workerPath), 'the worker is built: npm run build');
  await table('reference.csv', 500, 1);
  await table('current.csv', 400, 1);
  await table('other.csv', 300, 2);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  assert.deepEqual(await folders(), [], 'nothing is left behind');
});
after(async () => {
  await rm(folder, { recursive: true, force: true });
});

function table(name: string, rows: number, factor: number): Promise<void> {
  return writeFile(join(folder, name), `x,kind\n${Array.from({ length: rows }, (_, i) => `${i * factor},${i % 3}`).join('\n')}\n`);
}

function start(options: WorkerClientOptions = {}): WorkerClient {
  const client = new WorkerClient(workerPath, options);
  clients.push(client);
  return client;
}

function spec(current = 'current.csv', more: Partial<ComparisonSpec> = {}): ComparisonSpec {
  return { reference: { path: join(folder, 'reference.csv') }, current: { path: join(folder, current) }, ...more };
}

const engine = { memoryLimitMb: 256, threads: 2, tempDirectory };

/** A run and how many files it opened. */
async function run(client: WorkerClient, asked: ComparisonSpec): Promise<{ report: Report; opened: number }> {
  const opened = new Set<string | null>();
  const onProgress = ({ stage, item }: { stage: string; item: string | null }): void => {
    if (stage === 'opening') opened.add(item);
  };
  return { report: await client.compare({ spec: asked, engine, version: '0.0.0' }, { onProgress }), opened: opened.size };
}

function rows(client: WorkerClient, asked = spec(), more: Partial<RowQuery> = {}): Promise<RowsPage> {
  return client.rows({ spec: asked, engine, side: 'current', query: { ...query, ...more } });
}

/** Folders of opened comparisons: one each, made when opened and removed when closed. */
async function folders(): Promise<string[]> {
  return (await readdir(tempDirectory).catch(() => [])).sort();
}

test('another profile, chunking or limit does not open the files again; other types do', async () => {
  const client = start();
  const first = await run(client, spec());
  assert.equal(first.opened, 2);
  const kept = await folders();
  assert.equal(kept.length, 1);
  for (const more of [{ profile: 'strict' }, { chunk: { rows: 100 } }, { columns: { limits: { x: 0.2 } } }] as const) {
    const again = await run(client, spec('current.csv', more));
    assert.equal(again.opened, 0, JSON.stringify(more));
    assert.equal(again.report.datasets.current.rows, 400);
  }
  assert.equal(driftOf((await run(client, spec('current.csv', { profile: 'strict' }))).report).rule.profile, 'strict');
  assert.deepEqual(await folders(), kept);
  assert.equal((await run(client, spec('current.csv', { columns: { types: { x: 'text' } } }))).opened, 2);
  assert.equal((await run(client, spec('current.csv', { nullValues: ['7'] }))).opened, 2);
  await client.dispose();
  assert.deepEqual(await folders(), [], 'nothing is left after dispose');
});

test('a report of a kept comparison is the report of a fresh one', async () => {
  const client = start();
  await run(client, spec('other.csv', { profile: 'sensitive' }));
  const again = await run(client, spec('other.csv'));
  const fresh = await run(start(), spec('other.csv'));
  assert.deepEqual({ again: again.opened, fresh: fresh.opened }, { again: 0, fresh: 2 });
  const same = ({ run: _, ...rest }: Report) => rest;
  assert.deepEqual(same(again.report), same(fresh.report));
});

test('rows after a comparison come from what is kept; without one they open by themselves', async () => {
  const client = start();
  await run(client, spec());
  const kept = await folders();
  const page = await rows(client);
  assert.deepEqual(page, {
    columns: ['x', 'kind'],
    rows: [
      ['0', '0'],
      ['1', '1'],
      ['2', '2'],
    ],
    rowNumbers: [1, 2, 3],
    total: 3,
  });
  assert.deepEqual(await folders(), kept);
  await client.dispose();
  const cold = start();
  assert.deepEqual(await rows(cold), page);
  const opened = await folders();
  assert.equal(opened.length, 1);
  assert.equal((await run(cold, spec())).opened, 0, 'and what they opened is kept for a run');
  const many = await Promise.all(Array.from({ length: 8 }, (_, i) => rows(cold, spec(), { offset: i % 3 })));
  assert.deepEqual(
    many.map(({ rowNumbers }) => rowNumbers[0]),
    [1, 2, 3, 1, 2, 3, 1, 2],
  );
  assert.deepEqual(await folders(), opened);
  await cold.dispose();
});

test('several questions at once open once', async () => {
  const client = start();
  await Promise.all([rows(client), rows(client), rows(client, spec('current.csv', { profile: 'strict' }))]);
  assert.equal((await folders()).length, 1);
  await client.dispose();
});

test('a changed file is read again', async () => {
  await table('changing.csv', 10, 1);
  const client = start();
  const asked = spec('changing.csv');
  assert.equal((await rows(client, asked)).total, 3);
  await table('changing.csv', 2, 1);
  assert.equal((await rows(client, asked)).total, 2);
  await table('changing.csv', 100, 1);
  const { report, opened } = await run(client, asked);
  assert.deepEqual({ rows: report.datasets.current.rows, opened }, { rows: 100, opened: 2 });
  await client.dispose();
});

test('one comparison is kept: opening another closes it, and so does a while without use', async () => {
  const client = start({ keepMs: 300 });
  await run(client, spec());
  const [first] = await folders();
  await rows(client, spec('other.csv'));
  const now = await folders();
  assert.equal(now.length, 1);
  assert.notEqual(now[0], first);
  for (let i = 0; (await folders()).length > 0 && i < 100; i++) await new Promise((next) => setTimeout(next, 50));
  assert.deepEqual(await folders(), [], 'idle');
  assert.equal((await rows(client, spec('other.csv'))).total, 2, 'and opens again when asked');
  await client.dispose();
});

test('an idle worker is ended with its files closed', async () => {
  const client = start({ idleMs: 100 });
  await run(client, spec());
  assert.equal((await folders()).length, 1);
  for (let i = 0; (await folders()).length > 0 && i < 100; i++) await new Promise((next) => setTimeout(next, 50));
  assert.deepEqual(await folders(), []);
  assert.equal((await rows(client)).total, 3, 'the next question starts another');
  await client.dispose();
  assert.deepEqual(await folders(), []);
});

test('a failed or cancelled run closes what it ran on; a page of rows given up does not', async () => {
  const client = start();
  await run(client, spec());
  const kept = await folders();
  const gone = new AbortController();
  const given = client.rows({ spec: spec(), engine, side: 'current', query }, { signal: gone.signal });
  gone.abort();
  await assert.rejects(given, { name: 'AbortError' });
  assert.deepEqual(await folders(), kept);
  await assert.rejects(run(client, spec('current.csv', { columns: { timestamp: 'kind' } })), { name: 'DataError' });
  assert.deepEqual(await folders(), []);
  await run(client, spec());
  // These few rows may be compared before the cancel gets there: then once more.
  let cancelled = false;
  for (let i = 0; i < 20 && !cancelled; i++) {
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: () => stop.abort() };
    const ended = client.compare(
      { spec: spec('current.csv', { profile: i % 2 ? 'default' : 'strict' }), engine, version: '0.0.0' },
      options,
    );
    cancelled = await ended.then(
      () => false,
      (error: Error) => error.name === 'AbortError',
    );
  }
  assert.ok(cancelled, 'one of 20 runs was cancelled');
  assert.deepEqual(await folders(), []);
  await client.dispose();
});

test('what cannot be opened or asked is told as by a comparison', async () => {
  const client = start();
  await assert.rejects(rows(client, spec('nowhere.csv')), { name: 'DataError', code: 'file_not_found' });
  await assert.rejects(rows(client, spec(), { column: 'nowhere' }), { name: 'DataError', code: 'unknown_column' });
  await client.dispose();
  await assert.rejects(rows(client), { name: 'AbortError' });
});
