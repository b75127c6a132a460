import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Pair, pairKey, pairOf, swapped } from '../../../src/app/filePair.ts';
import { specOf } from '../../../src/core/spec/layers.ts';
import { fileName } from '../../../src/host/fileName.ts';

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

test('a revision of a file and a file of that name are two; a pair comes back from its spec with the revision', () => {
  const revision: Pair = { ...comparison, reference: { path: '/a.csv', rev: 'HEAD' } };
  assert.notEqual(pairKey(revision), pairKey({ ...comparison, reference: '/a.csv@HEAD' }));
  assert.deepEqual(pairOf(specOf(revision, [])), revision);
  assert.deepEqual(swapped(revision), { ...comparison, reference: '/b.csv', current: { path: '/a.csv', rev: 'HEAD' } });
  assert.equal(fileName({ path: '/x/a.csv', rev: 'origin/main' }), 'a.csv @ origin/main');
  assert.equal(fileName('/x/a.csv'), 'a.csv');
});
