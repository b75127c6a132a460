import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { onset } from '../../../src/core/sections/drift/words/onset.ts';

const column = (effects: readonly (number | null)[]): ColumnReport =>
  ({ chunks: effects.map((effect, chunk) => ({ effect, chunk })) }) as unknown as ColumnReport;

test('a step from nothing to full size came at once', () => {
  assert.deepEqual(onset(column([0, 0.01, 0, 0.2, 0.21, 0.19]), 3), { kind: 'at_once' });
});

test('a slow rise crept up, counted from a quarter to three quarters of the later size', () => {
  assert.deepEqual(onset(column([0, 0.02, 0.06, 0.1, 0.14, 0.2, 0.2, 0.2]), 2), { kind: 'crept', chunks: 4 });
});

test('two steps are neither, and one chunk says nothing', () => {
  assert.equal(onset(column([0, 0.01, 0.1, 0.2, 0.2]), 2), null);
  assert.equal(onset(column([0, 0, 0.2]), 2), null);
  assert.equal(onset(column([0.2, 0.2, 0.2]), 0), null);
});
