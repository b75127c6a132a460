import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Report } from '../../../src/core/report/report.ts';
import { staleSides } from '../../../src/host/panels/fileStamps.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-stamps-'));
});
after(() => rm(folder, { recursive: true, force: true }));

test('a report is stale on the sides whose files are gone, of another size, or written since', async () => {
  const [reference, current] = [join(folder, 'r.csv'), join(folder, 'c.csv')];
  await writeFile(reference, 'a\n1\n');
  await writeFile(current, 'a\n2\n');
  const past = new Date(Date.now() - 60_000);
  for (const path of [reference, current]) await utimes(path, past, past);
  const side = async (path: string) => ({ files: [{ path, bytes: (await stat(path)).size }] });
  const report = {
    run: { createdAt: new Date(Date.now() - 30_000).toISOString(), durationMs: 1000 },
    spec: { reference: { path: reference }, current: { path: current } },
    datasets: { reference: await side(reference), current: await side(current) },
  } as unknown as Report;
  assert.deepEqual(await staleSides(report), []);
  await writeFile(current, 'a\n3\n');
  assert.deepEqual(await staleSides(report), ['current'], 'of the same size, but written since');
  assert.deepEqual(await staleSides(report, Date.now() + 1000), [], 'read after that');
  await writeFile(reference, 'a\n1\n2\n');
  await utimes(reference, past, past);
  assert.deepEqual(await staleSides(report), ['reference', 'current'], 'an older file of another size');
  await rm(current);
  assert.deepEqual(await staleSides(report, Date.now() + 1000), ['reference', 'current']);
  const ofRevision = { ...report, spec: { ...report.spec, reference: { path: reference, rev: 'HEAD' } } };
  assert.deepEqual(await staleSides(ofRevision, Date.now() + 1000), ['current'], 'a revision lies in no file that could change');
});
