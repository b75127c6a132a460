import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RunStore } from '../../../../src/app/runs/runStore.ts';
import { makeRun } from './makeRun.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'driftbook-runs-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));
const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n));

test('a run is kept whole, is listed newest first, and its numbers make a trend', async () => {
  const store = new RunStore(join(folder, 'a.driftbook.yaml'));
  assert.deepEqual(await store.runs(), { found: [], skipped: [] });
  const runs = [0, 1, 2].map((n) => makeRun({ at: day(n), mae: 1 + n }));
  for (const run of [runs[1]!, runs[0]!, runs[2]!]) await store.keep(run);
  assert.ok(store.folder.endsWith(join('.driftbook', 'runs', 'a')));
  assert.deepEqual(
    (await store.runs()).found.map(({ id, outcome, checks, broken }) => [id, outcome, checks, broken]),
    runs.map(({ id }) => [id, 'pass', 3, 0]).reverse(),
  );
  assert.deepEqual(await store.load(runs[1]!.id), runs[1]);
  const [mae] = (await store.trend('mae')).found;
  assert.deepEqual(
    mae!.points.map(({ at, value, low, high }) => [at, value, low, high]),
    runs.map(({ startedAt }, n) => [startedAt, 1 + n, 1 + n - 0.1, 1 + n + 0.1]),
  );
  assert.deepEqual(
    (await store.trend('psi')).found.map(({ column, points }) => [column, points.length]),
    [
      ['column 0', 3],
      ['column 1', 3],
    ],
  );
  assert.deepEqual((await store.trend('psi:column 1')).found.length, 1);
  const { found: past } = await store.past(2);
  assert.deepEqual(
    past.map(({ id, measurements }) => [id, measurements.length]),
    runs.slice(1).map(({ id }) => [id, 3]),
  );
  assert.deepEqual(past[1]!.measurements[0], runs[2]!.cells[0]!.checks[0]!.measurement);
});

test('torn and foreign files are told and passed over', async () => {
  const store = new RunStore(join(folder, 'torn.driftbook.yaml'));
  const run = makeRun({ at: day(0), columns: 400 });
  await store.keep(run);
  const text = readFileSync(join(store.folder, `${run.id}.measures`), 'utf8');
  const name = (n: number, ending = 'measures'): string => `2026020${n}T000000000Z-0000000${n}.${ending}`;
  writeFileSync(join(store.folder, name(1)), text.slice(0, 20));
  writeFileSync(join(store.folder, name(2)), text.slice(0, text.length / 2));
  writeFileSync(join(store.folder, name(3)), '{"hello":1}\n');
  writeFileSync(join(store.folder, name(4)), '');
  writeFileSync(join(store.folder, name(5, 'json')), '{"schema":"driftbook.run"');
  writeFileSync(join(store.folder, 'notes.txt'), 'mine');
  const bad = [4, 3, 2, 1].map((n) => name(n));
  const told = await store.past(100);
  assert.deepEqual([told.found.map(({ id }) => id), told.skipped], [[run.id], bad]);
  assert.deepEqual((await store.trend('mae')).found[0]!.points.length, 1);
  assert.equal(await store.load('20260205T000000000Z-00000005'), null);
  assert.equal(await store.load('../../x'), null);
});

test('whole runs go after a month, their numbers later; what is being written, and what is not ours, stays', async () => {
  const store = new RunStore(join(folder, 'old.driftbook.yaml'));
  const runs = [0, 50, 89, 90].map((n) => makeRun({ at: day(n) }));
  for (const run of runs) await store.keep(run);
  const fresh = join(store.folder, '.driftbook-00112233aabb.tmp');
  const stale = join(store.folder, '.driftbook-00112233aabc.tmp');
  for (const path of [fresh, stale]) writeFileSync(path, 'half');
  utimesSync(stale, day(0), day(0));
  utimesSync(fresh, day(90), day(90));
  writeFileSync(join(store.folder, 'notes.json'), '{}');
  await store.clean({ reportDays: 30, measureDays: 60, mostRuns: 100 }, day(90).getTime());
  const [, b, c, d] = runs.map(({ id }) => id);
  const expected = [
    '.driftbook-00112233aabb.tmp',
    `${b}.measures`,
    `${c}.json`,
    `${c}.measures`,
    `${d}.json`,
    `${d}.measures`,
    'notes.json',
  ];
  assert.deepEqual(readdirSync(store.folder).sort(), expected.sort());
  await store.clean({ reportDays: 1e6, measureDays: 1e6, mostRuns: 1 }, day(90).getTime());
  assert.deepEqual(
    (await store.runs()).found.map(({ id }) => id),
    [d],
  );
});

test('two writers that are killed at any moment leave no torn run and lose none that was told', { timeout: 240_000 }, async () => {
  const path = join(folder, 'killed.driftbook.yaml');
  const store = new RunStore(path);
  const writer = fileURLToPath(new URL('writeRuns.mjs', import.meta.url));
  const told = new Set<string>();
  for (let round = 0; round < 8; round++) {
    await Promise.all(
      [0, 1].map(
        (one) =>
          new Promise<void>((resolve, reject) => {
            const child = spawn(process.execPath, ['--import', 'tsx', writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
            // At another place of the work each time, by what was heard of it and by chance.
            const after = 1 + ((round * 3 + one) % 5);
            let lines = 0;
            child.stdout.setEncoding('utf8').on('data', (text: string) => {
              for (const line of text.split('\n').filter((word) => /^\d{8}T/.test(word))) told.add(line);
              lines += text.split('\n').length - 1;
              if (lines >= after) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20);
            });
            child.on('error', reject);
            child.on('close', () => resolve());
          }),
      ),
    );
  }
  const { found, skipped } = await store.past(1e6);
  assert.deepEqual(skipped, []);
  const ids = new Set(found.map(({ id }) => id));
  assert.ok(told.size >= 16, `${told.size} runs were told`);
  for (const id of told) {
    assert.ok(ids.has(id), id);
    assert.notEqual(await store.load(id), null);
  }
  for (const name of readdirSync(store.folder).filter((name) => name.endsWith('.json')))
    assert.notEqual(await store.load(name.slice(0, -'.json'.length)), null, name);
});
