import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryRows } from '../../../src/core/sections/drift/charts/categoryRows.ts';
import type { Categories } from '../../../src/core/sections/drift/result.ts';

const categories: Categories = {
  ordered: false,
  values: [
    { value: 'a', reference: 50, current: 40 },
    { value: 'b', reference: 30, current: 30 },
    { value: 'c', reference: 15, current: 22 },
  ],
  other: { categories: 4, reference: 5, current: 8 },
  distinctReference: 7,
  distinctCurrent: 7,
  fresh: { categories: 0, rows: 0, values: [] },
  vanished: { categories: 0, rows: 0, values: [] },
};

test('largest moves first, what is cut joins the others, shares add up to one', () => {
  const rows = categoryRows(categories, null, 2);
  assert.deepEqual(
    rows.map((row) => [row.value, row.others]),
    [
      ['a', 0],
      ['c', 0],
      [null, 5],
    ],
  );
  const sum = (key: 'reference' | 'current'): number => rows.reduce((total, row) => total + row[key], 0);
  assert.ok(Math.abs(sum('reference') - 1) < 1e-12);
  assert.ok(Math.abs(sum('current') - 1) < 1e-12);
});

test('counts of a chunk stand in for current, the others last', () => {
  const rows = categoryRows(categories, [0, 0, 10, 10], 10);
  assert.deepEqual(
    rows.map((row) => [row.value, row.current]),
    [
      ['a', 0],
      ['c', 0.5],
      ['b', 0],
      [null, 0.5],
    ],
  );
});
