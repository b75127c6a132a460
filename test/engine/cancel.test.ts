import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { WorkerClient } from '../../src/app/workerClient.ts';
import { DataError } from '../../src/core/data/dataError.ts';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { bundleWorker } from '../harness/bundleWorker.ts';
import { literal, runSql, workplace } from './workplace.ts';

/** Stopping work through the worker, built as it is shipped. */
const place = await workplace('cancel');
const repository = fileURLToPath(new URL('../..', import.meta.url));
const worker = await bundleWorker(place.folder);

/** Two tables whose comparison takes a second: loading, profiling, texts, numbers, a time axis. */
const rows = 12_000;
const slow = (seed: number): string =>
  `SELECT ${Array.from({ length: 12 }, (_, i) => `hash(range * 31 + ${i * 7 + seed}) % 100000 / 7.0 AS x${i}`).join(', ')}, 'c' || (hash(range + ${seed}) % 40) AS c, 't' || hash(range + ${seed}) AS t, TIMESTAMP '2024-01-01' + INTERVAL (range * 200) SECOND AS w FROM range(${rows})`;
const reference = place.path('reference.csv');
const current = place.path('current.csv');
const parquet = place.path('reference.parquet');
await runSql(
  `COPY (${slow(1)}) TO ${literal(reference)} (FORMAT csv, HEADER)`,
  `COPY (${slow(2)}) TO ${literal(current)} (FORMAT csv, HEADER)`,
  `COPY (${slow(1)}) TO ${literal(parquet)} (FORMAT parquet)`,
);
const small = await place.write('small.csv', `a,b\n${Array.from({ length: 50 }, (_, i) => `${i},${i % 3}`).join('\n')}\n`);

const params = (paths: readonly [string, string]) => ({
  spec: { reference: { path: paths[0] }, current: { path: paths[1] } },
  engine: place.engine,
  version: '0.0.0',
});

const left = (): Promise<string[]> => readdir(place.temp).catch(() => []);

/** Reports the small comparison as alive: the worker answers after whatever was done to it. */
async function answers(client: WorkerClient): Promise<void> {
  const report = await client.compare(params([small, small]));
  assert.equal(columnsOf(report).length, 2);
}

/** Keeps nothing open, so that every comparison goes through all stages. */
const client = new WorkerClient(worker, { keepMs: 0 });
after(() => client.dispose());

/** How long a whole comparison takes: cancels are spread over it. */
async function duration(): Promise<number> {
  const begin = performance.now();
  await client.compare(params([reference, current]));
  return performance.now() - begin;
}

test('50 cancels at moments spread over a comparison: each an AbortError, soon, and nothing stays behind', async (t) => {
  // The first one also starts the worker and warms it.
  await duration();
  const whole = await duration();
  const count = 50;
  const times: number[] = [];
  let worst = 0;
  let where = '';
  let finished = 0;
  for (let i = 0; i < count; i++) {
    const controller = new AbortController();
    let aborted = 0;
    let stage = 'none';
    let at = stage;
    const abort = (): void => {
      aborted = performance.now();
      at = stage;
      controller.abort();
    };
    // The moment is what is tested: the first is before anything, later ones follow each other through opening, profiling and columns.
    const timer = setTimeout(abort, (whole * 0.8 * i) / count);
    const paths: readonly [string, string] = i % 5 === 4 ? [parquet, current] : [reference, current];
    const outcome = await client
      .compare(params(paths), {
        signal: controller.signal,
        onProgress: (p) => {
          stage = `${p.stage} ${p.item ?? ''}`;
        },
      })
      .then(
        () => null,
        (error: unknown) => error,
      );
    clearTimeout(timer);
    if (outcome === null) {
      finished++;
      continue;
    }
    assert.ok(outcome instanceof Error);
    assert.equal(outcome.name, 'AbortError', `cancel ${i}: ${outcome.message}`);
    const took = performance.now() - aborted;
    if (took > worst) [worst, where] = [took, at];
    times.push(took);
    assert.deepEqual(await left(), [], `after cancel ${i} no temporary file is left`);
  }
  const sorted = [...times].sort((a, b) => a - b);
  t.diagnostic(
    `comparison ${Math.round(whole)} ms; ${times.length} cancelled, ${finished} finished first; worst ${Math.round(worst)} ms (${where}), median ${Math.round(sorted[Math.floor(sorted.length / 2)]!)} ms`,
  );
  assert.ok(finished <= count / 2, `${finished} comparisons had ended before their cancel`);
  // The aim is 500 ms on a free machine; a shared one is given four times that.
  assert.ok(worst <= 2000, `worst ${worst} ms`);
  await answers(client);
});

for (const stage of ['opening', 'profiling', 'columns'] as const) {
  test(`cancel at the first word of stage ${stage}`, async () => {
    const controller = new AbortController();
    await assert.rejects(
      client.compare(params([reference, current]), {
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.stage === stage) controller.abort();
        },
      }),
      { name: 'AbortError' },
    );
    assert.deepEqual(await left(), []);
    await answers(client);
  });
}

test('a comparison cancelled beside another leaves that one alone', async () => {
  const controller = new AbortController();
  const other = client.compare(params([small, small]));
  const cancelled = assert.rejects(client.compare(params([reference, current]), { signal: controller.signal }), { name: 'AbortError' });
  assert.equal(columnsOf(await other).length, 2);
  controller.abort();
  await cancelled;
});

test('a cancel before the start never starts a process', async () => {
  const unborn = new WorkerClient(place.path('no-such-worker.cjs'));
  await assert.rejects(unborn.compare(params([small, small]), { signal: AbortSignal.abort() }), { name: 'AbortError' });
  await unborn.dispose();
});

test('a DataError arrives with its class, code and place', async () => {
  await assert.rejects(client.compare(params([small, place.path('absent.csv')])), (error) => {
    assert.ok(error instanceof DataError);
    assert.deepEqual([error.code, error.details.side, error.details.file], ['file_not_found', 'current', place.path('absent.csv')]);
    return true;
  });
});

test('dispose during a query: cancelled, clean, refused afterwards', async () => {
  const own = new WorkerClient(worker);
  let disposed: Promise<void> | undefined;
  await assert.rejects(
    own.compare(params([reference, current]), {
      onProgress: ({ stage }) => {
        if (stage === 'profiling') disposed ??= own.dispose();
      },
    }),
    { name: 'AbortError' },
  );
  await disposed;
  assert.deepEqual(await left(), []);
  await assert.rejects(own.compare(params([small, small])), { name: 'AbortError' });
  await own.dispose();
});

test('dispose during a query leaves the process alive: exit code 0', async () => {
  // A worker terminated in the middle of a query aborts the whole process with code 134 (vscode.md §5.5).
  const child = fileURLToPath(new URL('disposeChild.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, worker, reference, current, place.temp], {
    cwd: repository,
    timeout: 30_000,
  });
  assert.equal(stdout.trim(), 'AbortError');
  assert.deepEqual(await left(), []);
});

test('an engine whose thread fails rejects with its reason, and the next comparison works', async () => {
  // The bundle as it is, but its first thread ever fails.
  const flag = place.path('crashed');
  const script = place.path('frail.cjs');
  const failing = `if (!require('node:worker_threads').isMainThread && !require('node:fs').existsSync(${JSON.stringify(flag)})) {
    require('node:fs').writeFileSync(${JSON.stringify(flag)}, '');
    throw new Error('out of luck');
  }\n`;
  await writeFile(script, failing + (await readFile(worker, 'utf8')));
  const frail = new WorkerClient(script);
  try {
    await assert.rejects(frail.compare(params([small, small])), /worker failed: out of luck/);
    await answers(frail);
  } finally {
    await frail.dispose();
  }
});

test('an engine that leaves without a word, and one that does not load, reject', async () => {
  const leaving = new WorkerClient(await place.write('leaving.cjs', 'process.exit(3);'));
  await assert.rejects(leaving.compare(params([small, small])), /ended with code 3/);
  await leaving.dispose();
  const absent = new WorkerClient(place.path('absent.cjs'));
  await assert.rejects(absent.compare(params([small, small])), /ended with code 1/);
  await absent.dispose();
});

test('an idle process is ended and started again on the next need', async () => {
  const brief = new WorkerClient(worker, { idleMs: 1 });
  await answers(brief);
  await answers(brief);
  await brief.dispose();
});
