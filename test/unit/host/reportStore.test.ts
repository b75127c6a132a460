import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Report } from '../../../src/core/report/report.ts';
import { ReportStore } from '../../../src/host/reportStore.ts';
import { writeFileWhole } from '../../../src/host/writeFileWhole.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-store-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const report = (durationMs: number): Report => ({ schema: 'driftbook.report', version: 3, durationMs }) as Report;

test('keeps the last ten and what is on screen; newest first; leaves no temporary file', async () => {
  const store = new ReportStore(join(folder, 'a'));
  const ids: string[] = [];
  for (let i = 0; i < 13; i++) ids.push(await store.save(report(i), new Set(ids.slice(0, 1))));
  assert.deepEqual(await store.ids(), [...ids.slice(-10).reverse(), ids[0]]);
  assert.equal((await store.load(ids[12]!))?.durationMs, 12);
  assert.equal((await store.load(ids[0]!))?.durationMs, 0);
  assert.equal(await store.load(ids[1]!), null);
  assert.equal((await readdir(join(folder, 'a'))).filter((name) => !name.endsWith('.json')).length, 0);
});

test('a report cut short, an unknown version and a foreign id give null', async () => {
  const store = new ReportStore(join(folder, 'b'));
  const id = await store.save(report(1), new Set());
  await writeFile(join(folder, 'b', `${id}.json`), '{"schema":"driftbook.rep');
  assert.equal(await store.load(id), null);
  await writeFile(join(folder, 'b', `${id}.json`), '{"schema":"driftbook.report","version":1}');
  assert.equal(await store.load(id), null);
  assert.equal(await store.load('../../secrets'), null);
});

test('no folder yet: no reports', async () => {
  assert.deepEqual(await new ReportStore(join(folder, 'none')).ids(), []);
});

test('a removed report is gone, and listeners hear of what is kept and removed', async () => {
  const store = new ReportStore(join(folder, 'c'));
  let heard = 0;
  store.onDidChange(() => heard++);
  const id = await store.save(report(1), new Set());
  await store.remove('../c/nothing');
  assert.equal(heard, 1);
  await store.remove(id);
  assert.equal(heard, 2);
  assert.deepEqual(await store.ids(), []);
});

const modeOf = async (...path: readonly string[]): Promise<string> => ((await stat(join(folder, ...path))).mode & 0o777).toString(8);

test('kept reports can be read by their user only, in a folder that was open before too; what is exported is as others of the user', {
  skip: process.platform === 'win32' && 'Windows has no such permissions',
}, async () => {
  const umask = process.umask(0o022);
  try {
    await mkdir(join(folder, 'd'), { mode: 0o755 });
    for (const name of ['d', 'new']) {
      const id = await new ReportStore(join(folder, name)).save(report(1), new Set());
      assert.deepEqual([await modeOf(name), await modeOf(name, `${id}.json`)], ['700', '600']);
    }
    await writeFileWhole(join(folder, 'exports', 'report.html'), '<!DOCTYPE html>');
    assert.deepEqual([await modeOf('exports'), await modeOf('exports', 'report.html')], ['755', '644']);
  } finally {
    process.umask(umask);
  }
});
