import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { analyse } from '../../../../src/core/pipeline/analyse.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { columnsOf, driftOf, notesOf } from '../../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../../src/core/sections/drift/result.ts';
import type { ComparisonSpec } from '../../../../src/core/spec/spec.ts';
import { MemoryTable, type MemoryValue } from '../../memoryTable.ts';
import { plainColumns } from './sampleTables.ts';

const paths = { reference: { path: '/data/r.csv' }, current: { path: '/data/c.csv' } };

async function compare(
  reference: MemoryTable,
  current: MemoryTable,
  spec: Partial<ComparisonSpec> = {},
  signal = new AbortController().signal,
  budgetBytes = 1e8,
): Promise<Report> {
  return analyse(
    { ...paths, ...spec },
    { reference, current },
    { signal, progress: () => {}, notes: [], version: '0.0.0', now: () => 0, budgetBytes },
  );
}

const column = (report: Report, name: string): ColumnReport => columnsOf(report).find((c) => c.name === name)!;

function without(columns: Record<string, MemoryValue[]>, ...names: string[]): Record<string, MemoryValue[]> {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name)));
}

test('a report is valid by its published schema', async () => {
  const report = await compare(
    new MemoryTable('r.csv', plainColumns(1200, 1, '2025-01-01', 120)),
    new MemoryTable('c.csv', plainColumns(1200, 2, '2025-05-01', 120)),
  );
  const schema = JSON.parse(readFileSync(new URL('../../../../media/report.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  const plain = JSON.parse(JSON.stringify(report));
  assert.ok(validate(plain), JSON.stringify(validate.errors?.slice(0, 3)));
  assert.deepEqual(plain, report, 'a Report survives JSON: no NaN, Infinity, undefined or typed arrays');
});

test('nothing drifts: no alert, chunks by month, blocks by day', async () => {
  const report = await compare(
    new MemoryTable('r.csv', plainColumns(3000, 11, '2025-01-01', 180)),
    new MemoryTable('c.csv', plainColumns(3000, 12, '2025-07-01', 180)),
  );
  assert.equal(driftOf(report).summary.alert, 0);
  assert.equal(report.time?.unit, 'month');
  assert.deepEqual(driftOf(report).blocks, { by: 'day', column: 'event_time', reference: 180, current: 180, enough: true });
  assert.ok(column(report, 'amount').whole.designEffect! >= 1);
  assert.equal(column(report, 'id').reason, 'identifier');
  assert.equal(column(report, 'event_time').reason, 'timestamp');
  // One p for each of 4 tested columns, whatever the number of months.
  assert.equal(driftOf(report).family.columns, 4);
});

test('a shift that begins on 11 September is found, with the month it began', async () => {
  const current = plainColumns(3000, 12, '2025-07-01', 180);
  current.amount = current.amount!.map((x, i) => (x as number) + (i >= 1200 ? 20 : 0));
  const report = await compare(new MemoryTable('r.csv', plainColumns(3000, 11, '2025-01-01', 180)), new MemoryTable('c.csv', current));
  const amount = column(report, 'amount');
  assert.equal(amount.verdict, 'alert');
  assert.equal(amount.cause, 'whole');
  assert.equal(amount.movement.kind, 'higher');
  assert.equal(report.time?.chunks[amount.since!]?.name, '2025-09');
  assert.equal(driftOf(report).summary.suspects[0]?.column, 'amount');
  assert.deepEqual(
    report.findings.map((f) => [f.code, f.column, f.chunk]),
    [['drift/distribution', 'amount', '2025-09']],
  );
});

test('without time the tests are per row: Anderson-Darling and chi-square', async () => {
  const columns = (seed: number) => without(plainColumns(2000, seed, '2025-01-01', 10), 'event_time');
  const report = await compare(new MemoryTable('r.csv', columns(1)), new MemoryTable('c.csv', columns(2)));
  assert.equal(report.time, null);
  assert.equal(driftOf(report).blocks, null);
  assert.equal(column(report, 'amount').whole.test, 'anderson_darling');
  assert.equal(column(report, 'level').whole.test, 'chi_square');
  assert.equal(column(report, 'level').treatedAs, 'category');
});

test('missing values are part of the verdict; a column of nothing is not tested and is a finding', async () => {
  const columns = (seed: number) => without(plainColumns(2000, seed, '2025-01-01', 10), 'event_time');
  const current = columns(2);
  current.amount = current.amount!.map((x, i) => (i % 5 === 0 ? null : x));
  current.level = current.level!.map(() => null);
  const report = await compare(new MemoryTable('r.csv', columns(1)), new MemoryTable('c.csv', current, { level: 'number' }));
  const amount = column(report, 'amount');
  assert.equal(amount.verdict, 'alert');
  assert.equal(amount.cause, 'missing');
  assert.deepEqual([amount.movement.kind, amount.movement.from, amount.movement.to], ['more_missing', 0, 0.2]);
  // Values that are all gone are missing values, and an alarm.
  assert.deepEqual([column(report, 'level').verdict, column(report, 'level').cause], ['alert', 'missing']);
  assert.deepEqual([column(report, 'level').reason, column(report, 'level').whole.p], ['all_null', null]);
  assert.ok(notesOf(report).some((n) => n.code === 'all_null' && n.column === 'level' && n.level === 'alert'));
  assert.deepEqual(
    report.findings.map((f) => [f.code, f.column]),
    [
      ['drift/missing', 'amount'],
      ['drift/missing', 'level'],
    ],
  );
});

test('new, missing and retyped columns are named; the others are still reported', async () => {
  const columns = (seed: number) => without(plainColumns(500, seed, '2025-01-01', 10), 'event_time');
  const current: Record<string, MemoryValue[]> = { ...without(columns(2), 'plan'), fresh: Array.from({ length: 500 }, (_, i) => i % 7) };
  const report = await compare(
    new MemoryTable('r.csv', columns(1)),
    new MemoryTable('c.csv', { ...current, level: current.level!.map((x) => `L${x}`) }),
  );
  assert.deepEqual(
    columnsOf(report).map((c) => [c.name, c.reason]),
    [
      ['id', 'identifier'],
      ['amount', null],
      ['plan', 'only_in_reference'],
      ['level', 'type_changed'],
      ['active', null],
      ['fresh', 'only_in_current'],
    ],
  );
});

test('fewer than 30 rows: cannot tell', async () => {
  const columns = (rows: number, seed: number) => without(plainColumns(rows, seed, '2025-01-01', 10), 'event_time', 'id');
  const report = await compare(new MemoryTable('r.csv', columns(2000, 1)), new MemoryTable('c.csv', columns(12, 2)));
  const amount = column(report, 'amount');
  assert.equal(amount.reason, 'too_few_rows');
  assert.equal(amount.verdict, 'cannot_tell');
  assert.equal(driftOf(report).summary.cannotTell, 4);
  assert.equal(driftOf(report).summary.ok, 0);
});

test('one bad column never ends a report', async () => {
  const columns = (seed: number) => without(plainColumns(500, seed, '2025-01-01', 10), 'event_time');
  const current = new MemoryTable('c.csv', columns(2));
  current.broken.add('amount');
  current.broken.add('plan');
  const report = await compare(new MemoryTable('r.csv', columns(1)), current);
  assert.equal(column(report, 'amount').reason, 'failed');
  assert.match(column(report, 'plan').error!, /cannot read plan/);
  assert.equal(column(report, 'level').reason, null);
  assert.equal(column(report, 'active').reason, null);
});

test('no common column, unknown columns and a chunk without time are errors with a code', async () => {
  const r = new MemoryTable('r.csv', { a: [1, 2] });
  await assert.rejects(compare(r, new MemoryTable('c.csv', { b: [1] })), { code: 'no_common_column' });
  await assert.rejects(compare(r, r, { columns: { include: ['zz'] } }), { code: 'unknown_column' });
  await assert.rejects(compare(r, r, { chunk: { by: 'month' } }), { code: 'not_a_timestamp' });
});

test('cancelling rejects and reads no further', async () => {
  const controller = new AbortController();
  controller.abort();
  const table = new MemoryTable('r.csv', plainColumns(100, 1, '2025-01-01', 10));
  await assert.rejects(compare(table, table, {}, controller.signal), { name: 'AbortError' });
});

test('chunks by rows and by count follow file order', async () => {
  const table = (seed: number) => new MemoryTable('t.csv', without(plainColumns(1000, seed, '2025-01-01', 10), 'event_time'));
  const byRows = await compare(table(1), table(2), { chunk: { rows: 300 } });
  assert.deepEqual(
    byRows.time?.chunks.map((c) => [c.name, c.rows]),
    [
      ['1–300', 300],
      ['301–600', 300],
      ['601–900', 300],
      ['901–1000', 100],
    ],
  );
  assert.equal((await compare(table(1), table(2), { chunk: { count: 5 } })).time?.chunks.length, 5);
});

test('limits, weights and ignored columns of the spec are obeyed', async () => {
  const columns = (seed: number) => without(plainColumns(2000, seed, '2025-01-01', 10), 'event_time', 'id');
  const current = columns(2);
  current.amount = current.amount!.map((x) => (x as number) + 6);
  const tables = [new MemoryTable('r.csv', columns(1)), new MemoryTable('c.csv', current)] as const;
  const plain = await compare(...tables);
  assert.equal(column(plain, 'amount').verdict, 'alert');
  const limited = await compare(...tables, { columns: { limits: { amount: 0.5 }, weights: { amount: 3 }, ignore: ['level'] } });
  assert.equal(column(limited, 'amount').verdict, 'ok');
  assert.equal(column(limited, 'level').reason, 'ignored');
  assert.equal(column(limited, 'amount').limit, 0.5);
});

test('groups are blocks: rows of one user may belong together', async () => {
  const rows = (seed: number) => {
    const columns = without(plainColumns(900, seed, '2025-01-01', 10), 'event_time', 'id');
    return { ...columns, user: Array.from({ length: 900 }, (_, i) => `${seed}-${i % 30}`) };
  };
  const report = await compare(new MemoryTable('r.csv', rows(1)), new MemoryTable('c.csv', rows(2)), { columns: { group: 'user' } });
  assert.equal(driftOf(report).blocks?.by, 'group');
  assert.ok(driftOf(report).blocks!.enough && column(report, 'amount').whole.designEffect! >= 1);
  assert.equal(driftOf(report).summary.alert, 0);
});

test('identical files: no effect, no alert', async () => {
  const table = new MemoryTable('r.csv', without(plainColumns(800, 1, '2025-01-01', 10), 'event_time'));
  const report = await compare(table, table);
  assert.deepEqual(
    new Set(
      columnsOf(report)
        .filter((c) => c.reason === null)
        .map((c) => c.effect),
    ),
    new Set([0]),
  );
  assert.equal(driftOf(report).summary.alert, 0);
  assert.ok(notesOf(report).some((n) => n.code === 'same_file'));
});

test('a year whose months wander as those of the reference do raises no alarm, and the report says that the reference wanders', async () => {
  const season = (columns: Record<string, MemoryValue[]>) => ({
    ...columns,
    amount: columns.amount!.map((x, i) => (x as number) + 40 * Math.sin((2 * Math.PI * i) / columns.amount!.length)),
  });
  const reference = new MemoryTable('r.csv', season(plainColumns(3600, 11, '2024-01-01', 365)));
  const current = new MemoryTable('c.csv', season(plainColumns(3600, 12, '2025-01-01', 365)));
  const amount = column(await compare(reference, current), 'amount');
  assert.notEqual(amount.verdict, 'alert');
  assert.deepEqual(new Set(amount.chunks.map(({ verdict }) => verdict)), new Set(['ok']));
  assert.equal(amount.since, null);
});

test('two snapshots of one day each are compared row by row, and the report says so before anything else; chunks are not judged', async () => {
  const current = plainColumns(500, 2, '2025-01-03', 0.02);
  current.amount = current.amount!.map((x) => (x as number) + 30);
  const report = await compare(new MemoryTable('r.csv', plainColumns(500, 1, '2025-01-01', 0.02)), new MemoryTable('c.csv', current), {
    chunk: { by: 'day' },
  });
  assert.equal(driftOf(report).blocks?.enough, false);
  const amount = column(report, 'amount');
  assert.deepEqual([amount.verdict, amount.whole.test, amount.cause], ['alert', 'anderson_darling', 'whole']);
  assert.deepEqual(
    amount.chunks.map(({ verdict, reason, p }) => [verdict, reason, p]),
    [['not_tested', 'too_few_blocks', null]],
  );
  assert.ok(amount.chunks[0]!.effect! > 0.3, 'single chunks are shown');
  assert.equal(notesOf(report)[0]?.code, 'too_few_blocks');
});

test('one broken day among a month is found, with its date, and marks neither its month nor the whole', async () => {
  const current = plainColumns(6000, 12, '2025-07-01', 60);
  current.amount = current.amount!.map((x, i) => (i >= 2000 && i < 2100 ? (x as number) * 1000 : x));
  const report = await compare(new MemoryTable('r.csv', plainColumns(9000, 11, '2025-04-01', 90)), new MemoryTable('c.csv', current), {
    chunk: { by: 'month' },
  });
  const amount = column(report, 'amount');
  assert.deepEqual([amount.verdict, amount.cause, amount.since], ['alert', 'block', null]);
  assert.equal(new Date(amount.block!.at).toISOString().slice(0, 10), '2025-07-21');
  assert.ok(amount.effect! > 0.8 && amount.q! <= 0.01, `${amount.effect} ${amount.q}`);
  assert.deepEqual(new Set([amount.whole, ...amount.chunks].map(({ verdict }) => verdict)), new Set(['ok']));
  assert.deepEqual(
    report.findings.map((f) => [f.code, f.column]),
    [['drift/block', 'amount']],
  );
  assert.equal(driftOf(report).summary.alert, 1);
});

test('a chunk alone that decides gives the row its number', async () => {
  const current = plainColumns(6000, 12, '2025-07-01', 180);
  current.amount = current.amount!.map((x, i) => (x as number) + (i >= 2000 && i < 3000 && i % 4 > 0 ? 12 : 0));
  const report = await compare(new MemoryTable('r.csv', plainColumns(6000, 11, '2025-01-01', 180)), new MemoryTable('c.csv', current));
  const amount = column(report, 'amount');
  assert.equal(amount.verdict, 'alert');
  assert.equal(report.time?.chunks[amount.effectChunk!]?.name, '2025-09');
  assert.equal(amount.effect, amount.chunks[amount.effectChunk!]!.effect);
  assert.ok(amount.effect! >= amount.limit && amount.q! <= driftOf(report).rule.q, 'no alert beside numbers that do not alert');
});

test('values that go missing in one month only are an alert of that month', async () => {
  const current = plainColumns(6000, 12, '2025-07-01', 180);
  current.plan = current.plan!.map((x, i) => (i >= 2100 && i < 2500 && i % 2 === 0 ? null : x));
  const report = await compare(new MemoryTable('r.csv', plainColumns(6000, 11, '2025-01-01', 180)), new MemoryTable('c.csv', current));
  const plan = column(report, 'plan');
  assert.deepEqual([plan.verdict, plan.cause], ['alert', 'missing']);
  assert.equal(report.time?.chunks[plan.missing.chunk!]?.name, '2025-09');
  assert.deepEqual(
    plan.chunks.filter(({ missingVerdict }) => missingVerdict === 'alert').map(({ name }) => name),
    ['2025-09'],
  );
  assert.ok(plan.missing.current.share < plan.limit, 'over the whole it is under the limit');
});

test('one group that holds most rows keeps a column from being judged', async () => {
  const rows = (seed: number) => {
    const columns = without(plainColumns(900, seed, '2025-01-01', 10), 'event_time', 'id');
    return { ...columns, user: Array.from({ length: 900 }, (_, i) => (i % 3 > 0 ? 'big' : `${i % 30}`)) };
  };
  const report = await compare(new MemoryTable('r.csv', rows(1)), new MemoryTable('c.csv', rows(2)), { columns: { group: 'user' } });
  assert.deepEqual([column(report, 'amount').verdict, column(report, 'amount').reason], ['cannot_tell', 'one_group_dominates']);
});

test('numbers that do not fit the budget are compared on rows drawn evenly, and the report says on how many', async () => {
  const rows = 120_000;
  const [before, now] = [plainColumns(rows, 1, '2025-01-01', 120), plainColumns(rows, 2, '2025-05-01', 120)];
  now.amount = (now.amount as number[]).map((x) => x + 5);
  const tables = () => [new MemoryTable('r.csv', before), new MemoryTable('c.csv', now)] as const;
  const whole = await compare(...tables());
  const sampled = await compare(...tables(), {}, undefined, 1e6);
  const note = (report: Report) => notesOf(report).find(({ code }) => code === 'numbers_sampled');
  assert.equal(note(whole), undefined);
  assert.deepEqual(note(sampled)?.values, { reference: rows / 2, referenceRows: rows, current: rows / 2, currentRows: rows });
  assert.equal(column(whole, 'amount').numeric?.current.n, rows);
  assert.equal(column(sampled, 'amount').numeric?.current.n, rows / 2);
  for (const { name, verdict } of columnsOf(whole)) assert.equal(column(sampled, name).verdict, verdict, name);
  const sd = 15 / Math.sqrt(rows / 2);
  const means = [whole, sampled].map((report) => column(report, 'amount').numeric!.current.mean!);
  assert.ok(Math.abs(means[1]! - means[0]!) < 5 * sd, means.join());
  assert.notEqual(means[1], means[0]);
  assert.deepEqual(column(sampled, 'plan').categories, column(whole, 'plan').categories, 'categories are counted in full');
});
