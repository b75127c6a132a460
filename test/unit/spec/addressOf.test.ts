import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/core/spec/addressOf.ts';
import { datasetOf } from '../../../src/core/spec/datasetOf.ts';

test('a dataset is written as one text, each kind as its own', () => {
  assert.equal(addressOf({ path: 'data/*.csv' }), 'data/*.csv');
  assert.equal(addressOf({ path: 'a.csv', rev: 'v1' }), 'a.csv@v1');
  assert.equal(addressOf({ database: 'a.db', table: 'rows' }), 'a.db#rows');
});

test('what people write is a table where a database stands before the #, else a path', () => {
  const table = (database: string, name: string) => ({ database, table: name });
  assert.deepEqual(datasetOf('data/a.db#rows'), table('data/a.db', 'rows'));
  assert.deepEqual(datasetOf('A.SQLite3#Rows of #1'), table('A.SQLite3', 'Rows of #1'));
  assert.deepEqual(datasetOf('run #3/a.sqlite#x.db#y'), table('run #3/a.sqlite', 'x.db#y'));
  assert.deepEqual(datasetOf('prod/*.db#t'), table('prod/*.db', 't'));
  for (const path of ['a.db', 'a.db#', 'a#b.csv', 'a.csv#rows', '#rows', 'db#rows', 'a.db.csv#b'])
    assert.deepEqual(datasetOf(path), { path });
  assert.deepEqual(datasetOf('a.dat#rows', { '.dat': 'sqlite' }), table('a.dat', 'rows'));
  // An end that is said to be of another kind is of that.
  assert.deepEqual(datasetOf('a.db#rows', { '.db': 'csv' }), { path: 'a.db#rows' });
  for (const address of ['a.db#rows', 'a.csv']) assert.equal(addressOf(datasetOf(address)), address);
});
