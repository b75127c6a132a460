import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../../../src/core/report/sectionOf.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable, type MemoryValue } from '../../memoryTable.ts';

const rows = 400;
const names = Array.from({ length: 30 }, (_, i) => `n${i}`);
const columnBytes = 2 * 8 * rows;

function numbers(seed: number, shift: number): Record<string, MemoryValue[]> {
  const random = mulberry32(seed);
  const value = (k: number): MemoryValue => (k % 3 === 0 && random() < 0.1 ? null : random() * (k + 1) + (k % 5 === 0 ? shift : 0));
  return Object.fromEntries(names.map((name, k) => [name, Array.from({ length: rows }, () => value(k))]));
}

async function compare(budgetBytes: number, broken: readonly string[] = []): Promise<{ report: Report; read: readonly string[] }> {
  const reference = new MemoryTable('r.csv', numbers(1, 0));
  const current = new MemoryTable('c.csv', numbers(2, 0.4));
  for (const name of broken) current.broken.add(name);
  const report = await analyse(
    { reference: { path: '/data/r.csv' }, current: { path: '/data/c.csv' }, chunk: { by: 'none' } },
    { reference, current },
    { signal: new AbortController().signal, progress: () => {}, notes: [], version: '0.0.0', now: () => 0, budgetBytes },
  );
  return { report, read: [...new Set(current.read)].sort() };
}

test('columns kept from profiling, read again or both: the same report', async () => {
  const all = await compare(100 * columnBytes);
  assert.deepEqual(all.read, [], 'with room for all nothing is read again');
  assert.equal(driftOf(all.report).summary.tested, names.length);
  assert.ok(driftOf(all.report).summary.alert >= 1, 'there is something to find');
  const some = await compare(10 * columnBytes);
  assert.ok(some.read.length > 0 && some.read.length < names.length, `${some.read.length} columns were read`);
  const none = await compare(1);
  assert.deepEqual(none.read, [...names].sort());
  assert.deepEqual(some.report, all.report);
  assert.deepEqual(none.report, all.report);
});

test('a column that cannot be read is reported as failed, the others as ever', async () => {
  const { report: whole } = await compare(10 * columnBytes);
  const { report } = await compare(10 * columnBytes, ['n20']);
  assert.equal(columnsOf(report).find(({ name }) => name === 'n20')?.reason, 'failed');
  const others = (of: Report) =>
    columnsOf(of)
      .filter(({ name }) => name !== 'n20')
      .map(({ name, p, effect }) => ({ name, p, effect }));
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  assert.deepEqual(others(report).sort(byName), others(whole).sort(byName));
});
