import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDataFile } from '../../../src/host/questions/dataFiles.ts';
import { likelyPartners, sideByName } from '../../../src/host/questions/likelyPartners.ts';

test('names tell the side, as whole words only', () => {
  assert.equal(sideByName('/d/train_2024.csv'), 'reference');
  assert.equal(sideByName('/d/reference.parquet'), 'reference');
  assert.equal(sideByName('/d/prod-2025.csv'), 'current');
  assert.equal(sideByName('/d/current.csv'), 'current');
  assert.equal(sideByName('/d/currency.csv'), null);
  assert.equal(sideByName('/d/trainers.csv'), null);
  assert.equal(sideByName('/d/train_vs_test.csv'), null);
  assert.equal(sideByName('/train/churn.csv'), null, 'the folder does not count');
});

test('the other side of the same name in the same folder comes first, the file itself never', () => {
  const offered = likelyPartners('/d/churn_train.csv', [
    '/d/zebra.csv',
    '/e/churn_test.csv',
    '/d/churn_train.csv',
    '/d/churn_test.parquet',
    '/d/churn_test.csv',
    '/d/churn_base.csv',
  ]);
  assert.equal(offered[0], '/d/churn_test.csv');
  assert.equal(offered[1], '/d/churn_test.parquet');
  assert.ok(!offered.includes('/d/churn_train.csv'));
  assert.equal(offered.length, 5);
});

test('data files by name, packed ones too', () => {
  for (const name of ['a.csv', 'a.CSV.GZ', 'a.jsonl.zst', 'a.parq', 'a.pqt', 'a.feather', 'a.arrows', 'a.txt'])
    assert.ok(isDataFile(name), name);
  for (const name of ['a.py', 'csv', 'a.parquet.gz', 'a.csv.bak', 'a.xlsx']) assert.ok(!isDataFile(name), name);
});
