import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specLayer } from '../../../src/core/spec/comparisonSpec.ts';
import { pathText } from '../../../src/core/spec/problem.ts';
import { readSettings } from '../../../src/core/spec/readSettings.ts';
import { runOptions } from '../../../src/core/spec/runOptions.ts';
import { isDataFile } from '../../../src/host/questions/dataFiles.ts';
import { percentOf, shareOf } from '../../../src/host/questions/percentInput.ts';
import { plainFileName } from '../../../src/host/questions/plainFileName.ts';

const ofComparisons = (said: Readonly<Record<string, unknown>>) => readSettings(specLayer, (name) => said[name]);
const ofRuns = (said: Readonly<Record<string, unknown>>) => readSettings(runOptions, (name) => said[name]);
const places = ({ problems }: ReturnType<typeof ofComparisons>): string[] =>
  problems.map(({ setting, path }) => pathText([setting, ...path]));

test('settings that cannot be meant are left out, and told with their places', () => {
  const found = ofComparisons({
    profile: 7,
    nullValues: ['a', 3, null, 'b'],
    ignoredColumns: 'a',
    dateOrder: 'none',
    limits: { a: 0.1, b: 0, c: 1.5, d: '0.2', e: 1, f: null, g: '12.5%' },
  });
  assert.deepEqual(found.value, { nullValues: ['a', 'b'], columns: { limits: { a: 0.1, e: 1, g: 0.125 } } });
  assert.deepEqual(places(found), [
    'profile',
    'ignoredColumns',
    'limits.b',
    'limits.c',
    'limits.d',
    'limits.f',
    'nullValues[1]',
    'nullValues[2]',
  ]);
  assert.deepEqual(places(ofComparisons({ limits: [0.1] })), ['limits']);
  assert.deepEqual(ofComparisons({ profile: 'strict', dateOrder: 'dmy' }), {
    value: { profile: 'strict', dateOrder: 'dmy' },
    problems: [],
  });
});

test('of the machine: the nearest number that is allowed; none is the standard', () => {
  assert.deepEqual(ofRuns({ memoryLimitMb: 64, cacheLimitMb: 0.4, threads: 0 }).value, { memoryLimitMb: 128, cacheLimitMb: 0 });
  assert.deepEqual(ofRuns({ memoryLimitMb: '2048', threads: Number.NaN }).value, {});
  assert.deepEqual(ofRuns({ memoryLimitMb: 1e9, threads: 300 }).value, { memoryLimitMb: 1_048_576, threads: 256 });
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
  const suffixes = (fileSuffixes: unknown) => ofComparisons({ fileSuffixes });
  assert.deepEqual(suffixes({ '.dat': 'csv', LOG: 'json' }), { value: { suffixes: { '.dat': 'csv', '.log': 'json' } }, problems: [] });
  const none = suffixes({ '.dat': 'excel', '.a.b': 'csv', '.gz': 'csv', '': 'csv', '.{x}': 'csv' });
  assert.deepEqual(none.value, {});
  assert.deepEqual(
    none.problems.map(({ path, code }) => [path[0], code]),
    [
      ['.dat', 'choice'],
      ['.a.b', 'ending'],
      ['.gz', 'ending'],
      ['', 'ending'],
      ['.{x}', 'ending'],
    ],
  );
  assert.deepEqual(suffixes(undefined), { value: {}, problems: [] });
  assert.deepEqual(places(suffixes(['.dat'])), ['fileSuffixes']);
  for (const name of ['a.dat', 'A.DAT', 'a.dat.gz', 'a.csv']) assert.ok(isDataFile(name, ['.dat']), name);
  for (const name of ['a.data', 'dat', 'a.dat.bak']) assert.ok(!isDataFile(name, ['.dat']), name);
});
