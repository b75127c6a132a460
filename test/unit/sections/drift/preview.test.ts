import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { columnsOf, driftOf } from '../../../../src/core/report/sectionOf.ts';
import { mostDriftedFirst } from '../../../../src/core/sections/drift/compute/mostDriftedFirst.ts';
import { previewPace } from '../../../../src/core/sections/drift/compute/previewPace.ts';
import { sayReport } from '../../../../src/core/sections/sayReport.ts';
import { MemoryTable } from '../../memoryTable.ts';
import { english } from '../../words/translators.ts';
import { plainColumns } from './sampleTables.ts';

interface Seen {
  readonly report: Report;
  readonly done: number;
  readonly total: number;
}

/** Compares two tables of ten columns, one of them moved, on a clock that goes on by 400 ms with each step told. */
async function run(preview: boolean): Promise<{ final: Report; seen: Seen[] }> {
  const wide = (seed: number, shift: number) => {
    const { amount, ...rest } = plainColumns(1500, seed, '2025-01-01', 60);
    const more = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`amount${i}`, amount!.map((x) => (x as number) + i)]));
    return { ...rest, ...more, moved: amount!.map((x) => (x as number) + shift) };
  };
  let clock = 0;
  const seen: Seen[] = [];
  const final = await analyse(
    { reference: { path: '/data/r.csv' }, current: { path: '/data/c.csv' } },
    { reference: new MemoryTable('r.csv', wide(1, 0)), current: new MemoryTable('c.csv', wide(2, 300)) },
    {
      signal: new AbortController().signal,
      progress: () => {
        clock += 400;
      },
      notes: [],
      version: '0.0.0',
      now: () => clock,
      budgetBytes: 1e8,
      ...(preview ? { preview: (report, columns) => seen.push({ report, ...columns }) } : {}),
    },
  );
  return { final, seen };
}

const finished = (report: Report): string[] =>
  columnsOf(report)
    .filter((c) => c.reason !== 'pending')
    .map((c) => c.name);
const pending = (report: Report): string[] =>
  columnsOf(report)
    .filter((c) => c.reason === 'pending')
    .map((c) => c.name);

test('schema and quality come before any test, then columns as they are done', async () => {
  const { final, seen } = await run(true);
  assert.ok(seen.length >= 2, `${seen.length} previews`);
  const [first] = seen;
  assert.equal(first?.done, 0);
  assert.equal(pending(first!.report).length, first!.total);
  assert.equal(first!.report.datasets.reference?.rows, 1500);
  assert.equal(columnsOf(first!.report).find((c) => c.name === 'id')?.reason, 'identifier');
  assert.equal(driftOf(first!.report).family.columns, 0);
  for (const [i, { report, done, total }] of seen.entries()) {
    assert.equal(pending(report).length, total - done);
    assert.deepEqual(
      columnsOf(report).map((c) => c.name),
      columnsOf(final).map((c) => c.name),
      'all columns stand from the first',
    );
    for (const column of columnsOf(report)) if (column.reason === 'pending') assert.equal(column.verdict, 'not_tested');
    if (i > 0) assert.ok(finished(report).length >= finished(seen[i - 1]!.report).length, 'what was there stays');
  }
  assert.ok(
    seen.some(({ done, total }) => done > 0 && done < total),
    'one in between',
  );
  assert.deepEqual(pending(final), []);
});

test('the column whose profile differs most is tested first', async () => {
  const { seen } = await run(true);
  const some = seen.find(({ done }) => done > 0)!;
  assert.equal(columnsOf(some.report).find((c) => c.name === 'moved')?.verdict, 'alert');
});

test('the report is the same with and without previews', async () => {
  const [with_, without] = await Promise.all([run(true), run(false)]);
  const timeless = (report: Report) => ({ ...report, run: null });
  assert.deepEqual(timeless(with_.final), timeless(without.final));
  assert.equal(without.seen.length, 0);
});

test('what is said of a preview speaks of the columns that are done', async () => {
  const { seen } = await run(true);
  const say = (report: Report) => sayReport(report, english, 'en');
  assert.equal(say(seen[0]!.report).plainTitle, 'No column is tested yet.');
  const some = seen.find(({ done, total }) => done > 0 && done < total)!;
  const text = say(some.report);
  assert.match(text.plainTitle, /^So far: /);
  assert.doesNotMatch(text.drift.map((part) => (typeof part === 'string' ? part : Object.values(part)[0])).join(''), /still to come/);
  assert.equal(text.columns[pending(some.report)[0]!]!.status, '… still to come');
});

test('previews take less than 5 % of the time, whatever one costs', () => {
  let clock = 0;
  let spent = 0;
  const pace = previewPace(() => clock, 0);
  while (clock < 100_000) {
    clock += 10;
    pace(() => {
      clock += 80;
      spent += 80;
    });
  }
  assert.ok(spent > 0 && spent / clock < 0.05, `${spent} of ${clock} ms`);
});

test('there are no previews within 300 ms of another', () => {
  let clock = 0;
  const at: number[] = [];
  const pace = previewPace(() => clock, 0);
  for (clock = 0; clock < 2000; clock += 7) pace(() => at.push(clock));
  assert.ok(at[0]! >= 300);
  for (let i = 1; i < at.length; i++) assert.ok(at[i]! - at[i - 1]! >= 300);
});

test('profiles that cannot be told apart keep the order of the file', () => {
  const task = (name: string) => ({
    name,
    reference: null,
    current: null,
    role: 'feature' as const,
    roleGiven: false,
    evidence: [],
    read: 'numbers' as const,
    reason: null,
  });
  assert.deepEqual(
    mostDriftedFirst([task('b'), task('a'), task('c')]).map((t) => t.name),
    ['b', 'a', 'c'],
  );
});
