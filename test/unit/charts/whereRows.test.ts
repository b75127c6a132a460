import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartWords } from '../../../src/core/charts/chart.ts';
import { whereRows } from '../../../src/core/sections/drift/charts/whereRows.ts';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { pageLabelsEnglish } from '../../../src/core/sections/pageLabelKeys.ts';

const words: ChartWords = { locale: 'en', labels: pageLabelsEnglish };
const whole = { chunk: null, name: 'all of current' };
const counts = (nulls: number, share: number) => ({ rows: 100, nulls, nans: 0, infinities: 0, unreadable: 0, share });

function column(parts: Partial<ColumnReport>): ColumnReport {
  const missing = { reference: counts(0, 0), current: counts(0, 0), p: null, q: null, verdict: 'ok' };
  const types = { reference: 'DOUBLE', current: 'DOUBLE' };
  return { name: 'x', types, missing, histogram: null, categories: null, chunks: [], ...parts } as unknown as ColumnReport;
}

const numeric = column({
  histogram: {
    edges: [0, 10, 20, 30],
    reference: [50, 30, 20],
    current: [20, 30, 50],
    clipped: { belowReference: 0, belowCurrent: 0, aboveReference: 0, aboveCurrent: 4 },
    discrete: false,
  },
  // 10 values and 5 missing of 15 rows.
  chunks: [{ chunk: 1, rows: 15, counts: [5, 0, 5], missingShare: 5 / 15 }] as unknown as ColumnReport['chunks'],
});

test('bins by change; outer bins take all beyond and say so', () => {
  const rows = whereRows(numeric, whole, words);
  assert.deepEqual(
    rows.map((row) => [row.name, row.rows, Math.round(row.change * 100), row.selection]),
    [
      ['0 – 10', 20, -30, { kind: 'range', from: null, to: 10 }],
      ['20 and more', 50, 30, { kind: 'range', from: 20, to: null }],
      ['10 – 20', 30, 0, { kind: 'range', from: 10, to: 20 }],
    ],
  );
});

test('a chunk has its own counts and its own missing values', () => {
  const rows = whereRows(numeric, { chunk: 1, name: 'May' }, words);
  assert.deepEqual(
    rows.map((row) => [row.name, row.rows, Math.round(row.change * 100)]),
    [
      ['missing values', 5, 33],
      ['10 – 20', 0, -30],
      ['20 and more', 5, 30],
      ['0 – 10', 5, 0],
    ],
  );
});

test('categories by their value, the rest of many without a way to its rows', () => {
  const rows = whereRows(
    column({
      categories: {
        ordered: false,
        values: [
          { value: 'a', reference: 60, current: 10 },
          { value: '{0}', reference: 30, current: 35 },
        ],
        other: { categories: 1200, reference: 10, current: 55 },
        distinctReference: 3,
        distinctCurrent: 1202,
        fresh: { categories: 0, rows: 0, values: [] },
        vanished: { categories: 0, rows: 0, values: [] },
      },
    }),
    whole,
    words,
  );
  assert.deepEqual(
    rows.map((row) => [row.name, row.selection]),
    [
      ['a', { kind: 'category', value: 'a' }],
      ['others (1,200)', null],
      ['{0}', { kind: 'category', value: '{0}' }],
    ],
  );
});

test('nothing counted, nothing said', () => {
  assert.deepEqual(whereRows(column({}), whole, words), []);
});
