import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CellCounts, cellColumn, cellStore, noCells } from '../../src/engine/sources/sqlite/columnPlan.ts';

const cells = (some: Partial<CellCounts>): CellCounts => ({ ...noCells(), ...some });
const stored = (some: Partial<CellCounts>, declared = ''): string => {
  const { type, doubtful } = cellStore(cells(some), declared);
  return `${type}${doubtful ? '?' : ''}`;
};

test('cells say how a column is stored; what it was declared as counts only where there are none', () => {
  assert.equal(stored({ integers: 5 }, 'TEXT'), 'DOUBLE');
  assert.equal(stored({ integers: 5, reals: 5 }), 'DOUBLE');
  assert.equal(stored({ integers: 5, large: 1 }), 'BIGINT');
  // SQLite itself compares such as doubles.
  assert.equal(stored({ reals: 5, large: 1 }), 'DOUBLE');
  assert.equal(stored({ texts: 5 }, 'INTEGER'), 'VARCHAR');
  assert.equal(stored({ blobs: 5 }, 'TEXT'), 'null');
  assert.equal(stored({ texts: 5, blobs: 1 }), 'VARCHAR?');
  // From 95 in 100 on a column is one of numbers, as in delimited text.
  assert.equal(stored({ integers: 95, texts: 5 }), 'DOUBLE?');
  assert.equal(stored({ integers: 94, texts: 6 }), 'VARCHAR');
  assert.equal(stored({ reals: 95, texts: 4, blobs: 1 }), 'DOUBLE?');
  // https://www.sqlite.org/datatype3.html, table of 3.1.1.
  for (const declared of ['INT', 'UNSIGNED BIG INT', 'DOUBLE PRECISION', 'FLOAT', 'DECIMAL(10,5)', 'CHARINT'])
    assert.equal(stored({}, declared), 'DOUBLE', declared);
  for (const declared of ['VARCHAR(255)', 'CLOB', 'BLOB', '', 'STRING']) assert.equal(stored({}, declared), 'VARCHAR', declared);
});

test('numbers are what they are declared as only where all of them can be', () => {
  const kind = (some: Partial<CellCounts>, declared: string): string => {
    const counts = cells(some);
    return cellColumn(counts, cellStore(counts, declared), declared, 'c0', 'b0').kind;
  };
  assert.equal(kind({ integers: 3, least: 0, most: 1 }, 'BOOLEAN'), 'boolean');
  assert.equal(kind({ integers: 3, least: 0, most: 2 }, 'BOOLEAN'), 'number');
  assert.equal(kind({ integers: 99, texts: 1, least: 0, most: 1 }, 'bool'), 'number');
  assert.equal(kind({ reals: 3, least: 2_460_310.5, most: 2_460_410.5 }, 'DATETIME'), 'timestamp');
  assert.equal(kind({ integers: 3, least: 1.7e9, most: 1.8e9 }, 'timestamp'), 'timestamp');
  assert.equal(kind({ integers: 3, least: 1.7e9, most: 1.8e9 }, 'INTEGER'), 'number');
  assert.equal(kind({ reals: 3, least: 0, most: Number.POSITIVE_INFINITY }, 'DATE'), 'number');
});
