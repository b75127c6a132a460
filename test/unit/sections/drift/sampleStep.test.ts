import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeLayout } from '../../../../src/core/read/chunks/rowLayout.ts';
import { ColumnBudget } from '../../../../src/core/read/columnBudget.ts';
import { sampleSteps } from '../../../../src/core/read/sampleStep.ts';

const steps = (reference: number, current: number, budgetBytes: number): readonly number[] => {
  const of = sampleSteps(wholeLayout(reference), wholeLayout(current), new ColumnBudget(budgetBytes));
  return [of.reference, of.current];
};

test('all rows where a column fits half as much again as the budget, or there are few', () => {
  // 40 bytes a row of both: 8 a value, and 8 for each side and the spare one to sort in.
  assert.deepEqual(steps(1_000_000, 1_000_000, 27e6), [1, 1]);
  assert.deepEqual(steps(1_000_000, 1_000_000, 26e6), [2, 2]);
});

test('never fewer than 50,000 rows of a side', () => {
  assert.deepEqual(steps(1_000_000, 400_000, 1), [20, 8]);
});

test('what is sorted in is never more than WebAssembly can address', () => {
  assert.deepEqual(steps(178_000_000, 178_000_000, 1e12), [1, 1]);
  assert.deepEqual(steps(180_000_000, 180_000_000, 1e12), [2, 2]);
});

test('a small side is read whole beside a large one, of which no more rows are read for it', () => {
  // 24 bytes a row of current, as there is nothing to sort of reference: 2.4 GB in 150 MB.
  assert.deepEqual(steps(300, 100_000_000, 100e6), [1, 17]);
  assert.deepEqual(steps(0, 1_000_000, 1), [1, 20]);
  assert.deepEqual(steps(99_999, 1_000_000, 1), [1, 20]);
});
