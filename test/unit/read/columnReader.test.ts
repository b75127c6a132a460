import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, ColumnBudget } from '../../../src/core/read/columnBudget.ts';
import { ColumnReader } from '../../../src/core/read/columnReader.ts';
import { MemoryTable } from '../memoryTable.ts';

const { signal } = new AbortController();
const rows = 2500;
const table = new MemoryTable('t.csv', {
  x: Array.from({ length: rows }, (_, i) => i),
  y: Array.from({ length: rows }, (_, i) => rows - i),
  s: Array.from({ length: rows }, (_, i) => `v${i % 3}`),
});
const some = Uint32Array.of(0, 999, 1000, 1999, 2001, 2499);

test('a reader of some rows hands out those rows only, over the borders of batches, and codes column by column', async () => {
  // So small that one column of codes is read at a time.
  const budget = new ColumnBudget(1);
  const reader = new ColumnReader(table, signal, budget).at(some);
  assert.equal(reader.info.rows, 6);
  const [x, y] = await reader.numbers(['x', 'y']);
  assert.deepEqual([...x!], [...some]);
  assert.deepEqual(
    [...y!],
    [...some].map((i) => rows - i),
  );
  const passed: [number, number][] = [];
  await reader.eachNumber('x', (value, row) => passed.push([row, value]));
  assert.deepEqual(
    passed,
    [...some].map((value, row) => [row, value]),
  );
  const buckets: number[] = [];
  await reader.eachKey({ rows: { size: 1000 } }, (bucket, group) => buckets.push(bucket, group));
  assert.deepEqual(buckets, [0, 0, 0, 0, 1, 0, 1, 0, 2, 0, 2, 0]);
  const coded = await reader.codes(['s', 'x'], 10);
  assert.deepEqual(
    [...coded[0]!.codes].map((code) => coded[0]!.values[code]),
    [...some].map((i) => `v${i % 3}`),
  );
  assert.equal(coded[1]!.codes.length, 6);
});

test('what a reader makes is held until it is released, and nothing is when reading fails', async () => {
  const budget = new ColumnBudget(1e6);
  const reader = new ColumnReader(table, signal, budget);
  const numbers = await reader.numbers(['x', 'y']);
  assert.equal(budget.held, 2 * 8 * rows);
  const coded = await reader.codes(['s'], 10);
  assert.equal(budget.held, 2 * 8 * rows + 2 * rows);
  budget.release(bytesOf([...numbers, ...coded.map(({ codes }) => codes)]));
  assert.equal(budget.held, 0);
  assert.equal(budget.most, 2 * 8 * rows + 2 * rows);
  await reader.eachNumber('x', () => {});
  await reader.eachKey({ rows: { size: 10 } }, () => {});
  assert.deepEqual(await reader.numbers([]), []);
  assert.deepEqual(await reader.codes([], 10), []);
  assert.equal(budget.held, 0);
  table.broken.add('y');
  await assert.rejects(reader.numbers(['x', 'y']));
  table.broken.clear();
  assert.equal(budget.held, 0);
  // Of some rows, all codes stand there for a while.
  await reader.at(some).codes(['s'], 10);
  assert.equal(budget.held, 2 * some.length);
  assert.equal(budget.most, 2 * 8 * rows + 2 * rows);
});

test('the first rows of columns are as many as the buffers are long', async () => {
  const reader = new ColumnReader(table, signal, new ColumnBudget(1e6));
  const first = [new Float64Array(1500), new Float64Array(1500)];
  await reader.firstNumbers(['x', 'y'], first);
  assert.deepEqual([first[0]![0], first[0]![1499], first[1]![1499]], [0, 1499, 1001]);
});
