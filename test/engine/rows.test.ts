import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RowQuery } from '../../src/core/data/rowsPage.ts';
import type { Table } from '../../src/core/data/table.ts';
import { type OpenComparison, openComparison } from '../../src/engine/openComparison.ts';

/** A CSV and a Parquet file with the same rows: every selection is asked of both. */
const hostile = ["'; DROP TABLE current_rows; --", '"quoted"', 'back\\slash', '?', '$1', 'a\u0000b', '名前', "O''Brien", 'x'.repeat(1000)];
const folder = await mkdtemp(join(tmpdir(), 'driftbook-rows-'));
const { signal } = new AbortController();
let opened: OpenComparison;
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);

/** Row i: amount i / 10 (missing in every 10th), grade i % 4, name one of the hostile ones (missing in every 7th), at one hour after another. */
const rows = Array.from({ length: 1000 }, (_, i) => ({
  moment: new Date(start + i * 3_600_000).toISOString().slice(0, 19),
  amount: i % 10 === 0 ? null : i / 10,
  grade: i % 4,
  flag: i % 2 === 0,
  name: i % 7 === 0 ? null : (hostile[i % hostile.length] ?? null),
}));

before(async () => {
  const field = (value: unknown): string => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
  // A NUL byte ends a CSV reader's patience: the CSV file has it left out.
  const csv = rows.map((row) =>
    Object.values({ ...row, name: row.name?.replaceAll('\u0000', '') ?? null })
      .map(field)
      .join(','),
  );
  await writeFile(join(folder, 'rows.csv'), `${Object.keys(rows[0] ?? {}).join(',')}\n${csv.join('\n')}\n`);
  await writeFile(join(folder, 'rows.json'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT CAST(moment AS TIMESTAMP) AS moment, amount, CAST(grade / 10 AS FLOAT) AS grade, flag, name, {a: grade, b: [name]} AS deep,
    CASE WHEN grade = 3 THEN 'nan'::DOUBLE WHEN grade = 2 THEN 'inf'::DOUBLE ELSE grade END AS odd
    FROM read_json('${join(folder, 'rows.json')}', columns = {moment: 'VARCHAR', amount: 'DOUBLE', grade: 'INTEGER', flag: 'BOOLEAN', name: 'VARCHAR'}))
    TO '${join(folder, 'rows.parquet')}' (FORMAT parquet)`);
  connection.closeSync();
  opened = await openComparison(
    { reference: { path: join(folder, 'rows.csv') }, current: { path: join(folder, 'rows.parquet') } },
    { memoryLimitMb: 512, threads: 2, tempDirectory: join(folder, 'temp') },
    signal,
    () => {},
  );
});
after(async () => {
  await opened?.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (table: Table, query: Partial<RowQuery> & Pick<RowQuery, 'column' | 'selection'>) =>
  table.readRows({ window: null, offset: 0, limit: 100, ...query }, signal);

/** 1-based numbers of the rows that a condition holds for. */
const numbers = (condition: (row: (typeof rows)[number], i: number) => boolean): number[] =>
  rows.flatMap((row, i) => (condition(row, i) ? [i + 1] : []));

test('a range: from inclusive, to exclusive, in file order, with total, offset and limit', async () => {
  const expected = numbers(({ amount }) => amount !== null && amount >= 20.1 && amount < 40);
  for (const table of [opened.reference, opened.current]) {
    const first = await ask(table, { column: 'amount', selection: { kind: 'range', from: 20.1, to: 40 }, limit: 25 });
    assert.equal(first.total, expected.length);
    assert.deepEqual(first.rowNumbers, expected.slice(0, 25));
    assert.equal(first.columns[0], 'amount');
    assert.deepEqual([...first.columns].sort(), table.info.columns.map(({ name }) => name).sort());
    assert.equal(first.rows[0]?.[0], '20.1');
    const next = await ask(table, { column: 'amount', selection: { kind: 'range', from: 20.1, to: 40 }, offset: 25, limit: 1000 });
    assert.equal(next.rows.length, 100, 'a page has 100 rows at most');
    assert.deepEqual(next.rowNumbers, expected.slice(25, 125));
    const beyond = await ask(table, { column: 'amount', selection: { kind: 'range', from: 20.1, to: 40 }, offset: 5000 });
    assert.deepEqual({ rows: beyond.rows, total: beyond.total }, { rows: [], total: expected.length });
  }
});

test('open ranges take all finite values on that side; NaN and infinity are in no range', async () => {
  for (const table of [opened.reference, opened.current]) {
    const below = await ask(table, { column: 'amount', selection: { kind: 'range', from: null, to: 1 } });
    assert.deepEqual(
      below.rowNumbers,
      numbers(({ amount }) => amount !== null && amount < 1),
    );
    const above = await ask(table, { column: 'amount', selection: { kind: 'range', from: 99, to: null } });
    assert.deepEqual(
      above.rowNumbers,
      numbers(({ amount }) => amount !== null && amount >= 99),
    );
  }
  const odd = await ask(opened.current, { column: 'odd', selection: { kind: 'range', from: null, to: null }, limit: 4 });
  assert.equal(odd.total, 500);
  const times = await ask(opened.current, { column: 'moment', selection: { kind: 'range', from: start + day, to: start + 2 * day } });
  assert.deepEqual(
    times.rowNumbers,
    Array.from({ length: 24 }, (_, i) => 25 + i),
  );
  assert.equal(times.rows[0]?.[0], '2026-01-02 00:00:00');
});

test('missing: null and NaN, not infinity', async () => {
  for (const table of [opened.reference, opened.current]) {
    const found = await ask(table, { column: 'name', selection: { kind: 'missing' } });
    assert.equal(found.total, rows.filter(({ name }) => name === null).length);
    assert.deepEqual(found.rows[0]?.[0], null);
  }
  const odd = await ask(opened.current, { column: 'odd', selection: { kind: 'missing' } });
  assert.equal(odd.total, 250);
  assert.equal(odd.rows[0]?.[0], 'NaN');
});

test('a category of texts, however hostile', async () => {
  for (const value of hostile) {
    const expected = numbers(({ name }) => name === value);
    const found = await ask(opened.current, { column: 'name', selection: { kind: 'category', value } });
    assert.equal(found.total, expected.length, JSON.stringify(value));
    assert.deepEqual(found.rowNumbers, expected.slice(0, 100));
    assert.equal(found.rows[0]?.[0], value.slice(0, 200), 'cut to 200 characters');
    if (value.includes('\u0000')) continue;
    assert.equal((await ask(opened.reference, { column: 'name', selection: { kind: 'category', value } })).total, expected.length, value);
  }
  assert.equal((await ask(opened.current, { column: 'name', selection: { kind: 'category', value: "' OR '1'='1" } })).total, 0);
});

test('a category of numbers and flags', async () => {
  const grade = (table: Table, value: string) => ask(table, { column: 'grade', selection: { kind: 'category', value } });
  assert.deepEqual((await grade(opened.reference, '3')).rowNumbers, numbers((_, i) => i % 4 === 3).slice(0, 100));
  assert.equal((await grade(opened.reference, '3.0')).total, 250);
  assert.equal((await grade(opened.reference, 'three')).total, 0);
  // A 32-bit float is known by its own spelling and by that of its value as a double.
  assert.equal((await grade(opened.current, '0.3')).total, 250);
  assert.equal((await grade(opened.current, String(Math.fround(0.3)))).total, 250);
  assert.equal((await ask(opened.current, { column: 'flag', selection: { kind: 'category', value: 'true' } })).total, 500);
});

test('a window by time and by rows', async () => {
  for (const table of [opened.reference, opened.current]) {
    const all = { column: 'flag', selection: { kind: 'category', value: 'true' } } as const;
    const byTime = await ask(table, { ...all, window: { kind: 'time', column: 'moment', from: start + day, to: start + 2 * day } });
    assert.deepEqual(
      byTime.rowNumbers,
      numbers((_, i) => i >= 24 && i < 48 && i % 2 === 0),
    );
    const byRows = await ask(table, { ...all, window: { kind: 'rows', from: 100, to: 120 } });
    assert.deepEqual(
      byRows.rowNumbers,
      numbers((_, i) => i >= 100 && i < 120 && i % 2 === 0),
    );
    // "a OR b" of a selection must not reach past the window.
    const missing = await ask(table, { column: 'amount', selection: { kind: 'missing' }, window: { kind: 'rows', from: 0, to: 15 } });
    assert.deepEqual(missing.rowNumbers, [1, 11]);
    await assert.rejects(ask(table, { ...all, window: { kind: 'time', column: 'grade', from: 0, to: 1 } }), { code: 'not_a_timestamp' });
  }
});

test('nested values are text', async () => {
  const { columns, rows: found } = await ask(opened.current, { column: 'grade', selection: { kind: 'category', value: '0.1' }, limit: 1 });
  assert.match(found[0]?.[columns.indexOf('deep')] ?? '', /^\{'a': 1, 'b': \[/);
});

test('unknown columns are an error of the data', async () => {
  await assert.rejects(ask(opened.current, { column: 'nowhere', selection: { kind: 'missing' } }), { code: 'unknown_column' });
  const window = { kind: 'time', column: 'nowhere', from: 0, to: 1 } as const;
  await assert.rejects(ask(opened.current, { column: 'name', selection: { kind: 'missing' }, window }), { code: 'unknown_column' });
});

test('fifty columns at most, and row numbers run through the parts of a folder', async () => {
  const wide = Array.from({ length: 80 }, (_, i) => `c${i}`);
  const line = (n: number): string => wide.map((_, i) => n * 100 + i).join(',');
  await writeFile(join(folder, 'wide.csv'), `${wide.join(',')}\n${Array.from({ length: 50 }, (_, n) => line(n)).join('\n')}\n`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const part of [0, 1, 2]) {
    await connection.run(
      `COPY (SELECT range + ${part * 100} AS n, 'part ${part}' AS c3 FROM range(100)) TO '${join(folder, `part-${part}.parquet`)}' (FORMAT parquet)`,
    );
  }
  connection.closeSync();
  const pair = await openComparison(
    { reference: { path: join(folder, 'wide.csv') }, current: { path: join(folder, 'part-*.parquet') } },
    { memoryLimitMb: 512, threads: 2, tempDirectory: join(folder, 'temp') },
    signal,
    () => {},
  );
  try {
    const page = await ask(pair.reference, { column: 'c60', selection: { kind: 'range', from: 0, to: 200 } });
    assert.deepEqual(page.columns.slice(0, 3), ['c60', 'c0', 'c1']);
    assert.deepEqual({ columns: page.columns.length, rows: page.rows.length }, { columns: 50, rows: 2 });
    const parts = await ask(pair.current, { column: 'n', selection: { kind: 'range', from: 98, to: 102 } });
    assert.deepEqual(parts.rowNumbers, [99, 100, 101, 102]);
    assert.deepEqual(parts.rows, [
      ['98', 'part 0'],
      ['99', 'part 0'],
      ['100', 'part 1'],
      ['101', 'part 1'],
    ]);
  } finally {
    await pair.close();
  }
});

test('a cancelled call rejects with an AbortError', async () => {
  const stopped = AbortSignal.abort();
  await assert.rejects(
    opened.current.readRows({ column: 'name', selection: { kind: 'missing' }, window: null, offset: 0, limit: 10 }, stopped),
    { name: 'AbortError' },
  );
});
