import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report, TimeAxis } from '../../../src/core/report/report.ts';
import { rowQuery } from '../../../src/host/panels/rowQuery.ts';
import type { RowsRequest } from '../../../src/shared/webviewProtocol.ts';

const chunk = (from: number, to: number) => ({ name: `${from}`, from, to, rows: 5 });
const report = (time: Partial<TimeAxis> | null): Report =>
  ({ time: time && { chosen: 'auto', referenceChunks: [], chunks: [chunk(0, 10), chunk(10, 20)], ...time } }) as unknown as Report;
const request = (of: Partial<RowsRequest> = {}): RowsRequest => ({
  side: 'current',
  column: 'a',
  selection: { kind: 'missing' },
  chunk: 1,
  offset: 0,
  limit: 50,
  ...of,
});

test('a chunk is a window of its time column, or of rows', () => {
  const byTime = report({ column: 'when', unit: 'month' });
  assert.deepEqual(rowQuery(byTime, request()).window, { kind: 'time', column: 'when', from: 10, to: 20 });
  assert.deepEqual(rowQuery(report({ column: null, unit: 'rows' }), request()).window, { kind: 'rows', from: 10, to: 20 });
});

test('no window: the whole, no time axis, a chunk that is not there, and reference, which is judged as a whole', () => {
  const byTime = report({ column: 'when', unit: 'month' });
  assert.equal(rowQuery(byTime, request({ chunk: null })).window, null);
  assert.equal(rowQuery(report(null), request()).window, null);
  assert.equal(rowQuery(byTime, request({ chunk: 7 })).window, null);
  assert.equal(rowQuery(byTime, request({ side: 'reference' })).window, null);
});

test('no more than a page at a time', () => {
  const { offset, limit } = rowQuery(report(null), request({ offset: -3, limit: 1e9 }));
  assert.deepEqual([offset, limit], [0, 100]);
});
