import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDataFile } from '../../../src/host/dataFiles.ts';
import { percentOf, shareOf } from '../../../src/host/percentInput.ts';
import { plainFileName } from '../../../src/host/plainFileName.ts';
import { fileSuffixes, limits, oneOf, texts, wholeNumber } from '../../../src/host/settingValues.ts';

test('settings that cannot be meant are left out', () => {
  assert.equal(oneOf('strict', ['default', 'strict']), 'strict');
  assert.equal(oneOf(7, ['default', 'strict']), 'default');
  assert.deepEqual(texts(['a', 3, null, 'b']), ['a', 'b']);
  assert.deepEqual(texts('a'), []);
  assert.equal(wholeNumber(64, 128, 4096, 1024), 128);
  assert.equal(wholeNumber('2048', 128, 4096, 1024), 1024);
  assert.equal(wholeNumber(Number.NaN, 0, 8, 0), 0);
  assert.deepEqual(limits({ a: 0.1, b: 0, c: 1.5, d: '0.2', e: 1, f: null }), { a: 0.1, e: 1 });
  assert.deepEqual(limits([0.1]), {});
});

test('limits in per cent, as people type them', () => {
  for (const [text, share] of [
    ['5', 0.05],
    ['7.5', 0.075],
    ['7,5 %', 0.075],
    ['100', 1],
    ['.5', 0.005],
    ['', null],
    ['  ', null],
    ['0', undefined],
    ['101', undefined],
    ['-3', undefined],
    ['five', undefined],
    ['1e1', undefined],
  ] as const) {
    assert.equal(shareOf(text), share, text);
  }
  for (const share of [0.05, 0.07, 0.29, 0.123]) assert.equal(shareOf(percentOf(share)), share);
});

test('names of columns as file names', () => {
  assert.equal(plainFileName('current-price (€)/m²'), 'current-price-m²');
  assert.equal(plainFileName('../../etc/passwd'), 'etc-passwd');
  assert.equal(plainFileName('金额'), '金额');
  assert.equal(plainFileName('///'), 'chart');
  assert.ok(plainFileName('x'.repeat(500)).length <= 80);
});

test('endings of file names: without regard to case, with a dot; what cannot be meant is told', () => {
  assert.deepEqual(fileSuffixes({ '.dat': 'csv', LOG: 'json' }), { suffixes: { '.dat': 'csv', '.log': 'json' }, wrong: [] });
  assert.deepEqual(fileSuffixes({ '.dat': 'excel', '.a.b': 'csv', '.gz': 'csv', '': 'csv', '.{x}': 'csv' }), {
    suffixes: {},
    wrong: ['".dat": "excel"', '".a.b": "csv"', '".gz": "csv"', '"": "csv"', '".{x}": "csv"'],
  });
  assert.deepEqual(fileSuffixes(undefined), { suffixes: {}, wrong: [] });
  assert.deepEqual(fileSuffixes(['.dat']), { suffixes: {}, wrong: ['[".dat"]'] });
  for (const name of ['a.dat', 'A.DAT', 'a.dat.gz', 'a.csv']) assert.ok(isDataFile(name, ['.dat']), name);
  for (const name of ['a.data', 'dat', 'a.dat.bak']) assert.ok(!isDataFile(name, ['.dat']), name);
});
