import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeLayout } from '../../../src/core/chunks/rowLayout.ts';
import { sampleStep } from '../../../src/core/drift/sampleStep.ts';

const step = (reference: number, current: number, budgetBytes: number) =>
  sampleStep(wholeLayout(reference), wholeLayout(current), budgetBytes);

test('all rows where a column fits half as much again as the budget, or there are few', () => {
  // 40 bytes a row of both: 8 a value, and 8 for each side and the spare one to sort in.
  assert.equal(step(1_000_000, 1_000_000, 27e6), 1);
  assert.equal(step(1_000_000, 1_000_000, 26e6), 2);
  assert.equal(step(0, 1_000_000, 1), 1);
  assert.equal(step(99_999, 1_000_000, 1), 1);
});

test('never fewer than 50,000 rows of a side', () => {
  assert.equal(step(1_000_000, 400_000, 1), 8);
});

test('what is sorted in is never more than WebAssembly can address', () => {
  assert.equal(step(178_000_000, 178_000_000, 1e12), 1);
  assert.equal(step(180_000_000, 180_000_000, 1e12), 2);
});
