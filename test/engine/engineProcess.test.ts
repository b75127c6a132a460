import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WorkerClient, type WorkerClientOptions } from '../../src/app/workerClient.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { bundleWorker } from '../harness/bundleWorker.ts';
import { waitFor } from '../harness/waitFor.mjs';
import { literal, runSql, workplace } from './workplace.ts';

/** The engine's own process: what happens around it when it, or its parent, is gone. */
const place = await workplace('process');
const repository = fileURLToPath(new URL('../..', import.meta.url));
const worker = await bundleWorker(place.folder);
/** A comparison that takes a second or more. */
const columns = (seed: number): string =>
  Array.from({ length: 12 }, (_, i) => `hash(range * 31 + ${i * 7 + seed}) % 100000 / 7.0 AS x${i}`).join(', ');
const [reference, current] = [place.path('reference.csv'), place.path('current.csv')];
await runSql(
  `COPY (SELECT ${columns(1)} FROM range(40000)) TO ${literal(reference)} (FORMAT csv, HEADER)`,
  `COPY (SELECT ${columns(2)} FROM range(40000)) TO ${literal(current)} (FORMAT csv, HEADER)`,
);
const small = await place.write('small.csv', `a,b\n${Array.from({ length: 50 }, (_, i) => `${i},${i % 3}`).join('\n')}\n`);

const clients: WorkerClient[] = [];
afterEach(() => Promise.all(clients.splice(0).map((client) => client.dispose())));
function start(path = worker, options: WorkerClientOptions = {}): WorkerClient {
  const client = new WorkerClient(path, options);
  clients.push(client);
  return client;
}

const params = (a: string, b: string) => ({
  spec: { reference: { path: a }, current: { path: b } },
  engine: place.engine,
  version: '0.0.0',
});
const left = (): Promise<string[]> => readdir(place.temp).catch(() => []);
const isAlive = (pid: number): boolean => {
  // A process that ended and was not yet waited for still has its number.
  if (existsSync(`/proc/${pid}/stat`)) return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux';
  } catch {
    return false;
  }
};

/** Starts the long comparison and resolves as soon as it profiles, with the process that does. */
async function underWay(client: WorkerClient): Promise<{ pid: number; outcome: Promise<Report | Error> }> {
  const before = client.pids;
  let profiling: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    profiling = resolve;
  });
  const outcome = client
    .compare(params(reference, current), { onProgress: ({ stage }) => stage === 'profiling' && profiling() })
    .catch((error: Error) => error);
  await begun;
  const pid = client.pids.find((one) => !before.includes(one));
  assert.ok(pid !== undefined && pid !== process.pid);
  return { pid, outcome };
}

for (const signal of ['SIGSEGV', 'SIGKILL', 'SIGABRT'] as const) {
  test(`${signal} amid a run: told with the files, nothing left, another run lives, the next works`, async () => {
    const client = start();
    const { pid, outcome } = await underWay(client);
    // The same files the other way round are another pair.
    const other = client.compare(params(current, reference));
    process.kill(pid, signal);
    const error = await outcome;
    assert.ok(error instanceof Error && error.name === 'DataError', String(error));
    const { code, details } = error as unknown as { code: string; details: unknown };
    assert.deepEqual({ code, details }, { code: 'reader_ended', details: { files: [reference, current], found: signal } });
    assert.equal(
      (await left()).some((name) => name.includes(`-${pid}-`)),
      false,
      'no work folder of it',
    );
    assert.equal(columnsOf(await other).length, 12);
    assert.equal(columnsOf(await client.compare(params(small, small))).length, 2);
    await client.dispose();
    assert.deepEqual(await left(), []);
  });
}

test('each pair at work has a process of its own; one without work is kept for the next', async () => {
  const client = start();
  const { pid, outcome } = await underWay(client);
  const second = client.compare(params(small, small));
  const both = client.pids;
  assert.equal(both.length, 2);
  assert.equal(both[0], pid);
  assert.ok(!((await outcome) instanceof Error));
  await second;
  const kept = client.pids;
  assert.equal(kept.length, 1, 'the one that worked last');
  await client.compare(params(small, reference)).catch(() => {});
  assert.deepEqual(client.pids, kept, 'takes what comes next');
  await client.dispose();
  for (const one of both) assert.equal(isAlive(one), false);
});

/** A parent of an engine, as a program of its own: says the process id of its engine when that profiles, or as soon as it is asked. */
async function parent(engineBundle: string, says: 'profiling' | 'asked'): Promise<{ child: ChildProcess; engine: number }> {
  const program = place.path(`parent-${says}.mjs`);
  await build({
    stdin: {
      contents: `import { WorkerClient } from './src/app/workerClient.ts';
        const client = new WorkerClient(${JSON.stringify(engineBundle)});
        const say = () => console.log(client.pids[0]);
        const told = { onProgress: ({ stage }) => stage === ${JSON.stringify(says)} && say() };
        const asked = client.compare(${JSON.stringify(params(reference, current))}, told);
        if (${says === 'asked'}) say();
        await asked;`,
      resolveDir: repository,
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const engine = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(Number.parseInt(text, 10)));
    child.once('exit', (code) => reject(new Error(`the parent ended with ${code}`)));
  });
  assert.ok(engine > 0 && isAlive(engine));
  return { child, engine };
}

test('kill -9 of the parent: the engine stops, removes its folder and ends', async () => {
  const { child, engine } = await parent(worker, 'profiling');
  assert.equal((await left()).length, 1, 'it works in a folder');
  child.kill('SIGKILL');
  await waitFor('the engine to end', () => !isAlive(engine));
  assert.deepEqual(await left(), []);
});

test('kill -9 of the parent while the engine is at something that cannot be cancelled: its process ends all the same', async () => {
  const stuck = place.path('stuck.cjs');
  await writeFile(stuck, `if (!require('node:worker_threads').isMainThread) for (;;);\n${await readFile(worker, 'utf8')}`);
  const { child, engine } = await parent(stuck, 'asked');
  child.kill('SIGKILL');
  await waitFor('the engine to end', () => !isAlive(engine));
});

test('SIGTERM to the engine ends it in order; keys of a terminal do not', { skip: process.platform === 'win32' }, async () => {
  const client = start();
  const { pid, outcome } = await underWay(client);
  process.kill(pid, 'SIGINT');
  process.kill(pid, 'SIGHUP');
  const report = await outcome;
  assert.ok(!(report instanceof Error), String(report));
  const again = await underWay(start());
  process.kill(again.pid, 'SIGTERM');
  const error = await again.outcome;
  assert.ok(error instanceof Error && error.message.includes('"found":"SIGTERM"'), String(error));
  await client.dispose();
  assert.deepEqual(await left(), []);
});

/** An engine that answers each request with the messages an expression makes of its id, and then stays. */
const impostor = (name: string, messages: string): Promise<string> =>
  place.write(
    name,
    `process.on('message', (asked) => {
       if (asked === 'driftbook: close files') process.exit(0);
       const id = asked.id;
       for (const message of ${messages}) process.send(message);
     });`,
  );

test('messages that are none are dropped, and answers that are none reject', async () => {
  const noise = `[null, 7, 'x', [], {}, { rpc: 'error', id }, { rpc: 'error', id, error: null }, { rpc: 'error', id, error: { name: 1 } },
    { rpc: 'result', id: String(id) }, { rpc: 'request', id, method: 3 }, { rpc: 'request', id: 1, method: 'readFile', params: '/etc/passwd' },
    { rpc: 'progress', id, progress: null }, { rpc: 'progress', id, progress: { stage: 'x', done: -1, total: 'y', item: {} } },
    { rpc: 'progress', id, progress: { preview: { columns: 1 }, done: 1, total: 1 } }, { rpc: 'cancel', id }, { rpc: '__proto__', id },
    { driftbook: 'thread lost' }, { rpc: 'result', id: id + 1, result: null }, new Map([[1, new Uint8Array(9)]]),`;
  const known = start(
    await impostor(
      'known.cjs',
      `${noise} { rpc: 'result', id, result: { columns: ['a'], rows: [['1', null]], rowNumbers: [1], total: 1 } }]`,
    ),
  );
  const query = { column: 'a', selection: { kind: 'range', from: 0, to: 1 }, window: null, offset: 0, limit: 1 } as const;
  const rows = (client: WorkerClient) => client.rows({ ...params(small, small), side: 'current', query });
  const heard: unknown[] = [];
  assert.deepEqual((await rows(known)).rows, [['1', null]]);
  const hears = { onProgress: (p: unknown) => heard.push(p), onPreview: (p: unknown) => heard.push(p) };
  await assert.rejects(known.compare(params(small, small), hears), /answered with what cannot be read/);
  await assert.rejects(known.inspect(params(small, small), hears), /answered with what cannot be read/);
  assert.deepEqual(heard, []);
  for (const [i, answer] of [
    'null',
    '[]',
    '{ columns: [1], rows: [], rowNumbers: [], total: 0 }',
    '{ columns: [], rows: [[{}]], rowNumbers: [], total: 0 }',
  ].entries()) {
    await assert.rejects(rows(start(await impostor(`false-${i}.cjs`, `[{ rpc: 'result', id, result: ${answer} }]`))), /cannot be read/);
  }
});

test('cancelled work that does not stop is ended with its process, unless something else waits for that', async () => {
  const client = start(await impostor('deaf.cjs', '[]'), { cancelMs: 100 });
  const [one, two] = [new AbortController(), new AbortController()];
  let settled = 0;
  const ask = ({ signal }: AbortController) =>
    assert.rejects(
      client.compare(params(small, small), { signal }).finally(() => settled++),
      { name: 'AbortError' },
    );
  const [first, second] = [ask(one), ask(two)];
  const [pid] = client.pids;
  one.abort();
  await new Promise((next) => setTimeout(next, 300));
  assert.deepEqual([settled, client.pids], [0, [pid]], 'the other one waits for it');
  two.abort();
  await Promise.all([first, second]);
  assert.deepEqual(client.pids, []);
});

test('dispose ends what does not stop after its deadline; kill ends it at once', async () => {
  const deaf = await impostor('deaf2.cjs', '[]');
  const one = start(deaf, { disposeMs: 100 });
  const asked = assert.rejects(one.compare(params(small, small)), { name: 'AbortError' });
  await one.dispose();
  await asked;
  const other = start();
  const { pid, outcome } = await underWay(other);
  await other.kill();
  assert.equal(isAlive(pid), false);
  assert.deepEqual(await left(), []);
  const error = await outcome;
  assert.ok(error instanceof Error && error.name === 'AbortError', String(error));
});

test('the process knows no secrets of its parent, and none of its flags', async () => {
  const file = place.path('known.json');
  const script = await place.write(
    'telling.cjs',
    `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify({ env: process.env, flags: process.execArgv, fds: require('node:fs').readdirSync('/proc/self/fd') }));`,
  );
  process.env.DRIFTBOOK_TEST_TOKEN = 'secret';
  const { NODE_OPTIONS } = process.env;
  process.env.NODE_OPTIONS = '--max-old-space-size=4000 --import=data:text/javascript,';
  try {
    await assert.rejects(start(script).compare(params(small, small)), /ended with code/);
  } finally {
    delete process.env.DRIFTBOOK_TEST_TOKEN;
    if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = NODE_OPTIONS;
  }
  const { env, flags } = JSON.parse(readFileSync(file, 'utf8')) as { env: Record<string, string>; flags: string[] };
  assert.deepEqual(flags, ['--max-old-space-size=4000'], 'this process itself runs with --import tsx');
  assert.equal(env.PATH, process.env.PATH);
  assert.deepEqual(
    Object.keys(env).filter((name) => /TOKEN|SECRET|NODE_OPTIONS|^npm_|^VSCODE/i.test(name)),
    [],
  );
});

test('work folders, copies and the cache can be read by their user only', { skip: process.platform === 'win32' }, async () => {
  const cache = place.path('cache');
  const client = start();
  const { spec, engine, version } = params(reference, current);
  await client.compare({ spec, engine: { ...engine, memoryLimitMb: 128, cache: { directory: cache, limitMb: 1000 } }, version });
  const [folder] = await left();
  assert.ok(folder);
  const seen: string[] = [];
  for (const top of [join(place.temp, folder), cache]) {
    for (const name of ['', ...(await readdir(top))]) {
      const { mode } = await stat(join(top, name));
      assert.equal(mode & 0o077, 0, `${join(top, name)}: ${(mode & 0o777).toString(8)}`);
      seen.push(name);
    }
  }
  assert.ok(seen.some((name) => name.endsWith('.parquet')) && seen.some((name) => name.endsWith('.json')), seen.join(' '));
  await client.dispose();
});
