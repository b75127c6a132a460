import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Pair, pairKey, pairOf, swapped } from '../../../src/app/filePair.ts';

const comparison: Pair = { reference: '/a.csv', current: '/b.csv', evaluate: false };

test('a comparison, its evaluation, its reverse and predictions by themselves are four', () => {
  const pairs = [comparison, { ...comparison, evaluate: true }, swapped(comparison), { ...comparison, reference: null, evaluate: true }];
  assert.equal(new Set(pairs.map(pairKey)).size, 4);
});

test('without a reference there is nothing to swap', () => {
  const alone: Pair = { reference: null, current: '/b.csv', evaluate: true };
  assert.deepEqual(swapped(alone), alone);
  assert.deepEqual(swapped({ ...comparison, evaluate: true }), { reference: '/b.csv', current: '/a.csv', evaluate: true });
});

test('the files of a spec', () => {
  assert.deepEqual(pairOf({ reference: { path: '/a.csv' }, current: { path: '/b.csv' } }), comparison);
  assert.deepEqual(pairOf({ reference: null, current: { path: '/b.csv' }, evaluate: {} }), {
    reference: null,
    current: '/b.csv',
    evaluate: true,
  });
});
