import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/core/spec/addressOf.ts';

test('a dataset is written as one text, each kind as its own', () => {
  assert.equal(addressOf({ path: 'data/*.csv' }), 'data/*.csv');
  assert.equal(addressOf({ path: 'a.csv', rev: 'v1' }), 'a.csv@v1');
  assert.equal(addressOf({ database: 'a.db', table: 'rows' }), 'a.db#rows');
});
