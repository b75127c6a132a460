import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from '../../src/cli/chooseLanguage.ts';
import { type CompareRequest, compareRequest } from '../../src/cli/compareRequest.ts';
import { readArguments } from '../../src/cli/readArguments.ts';
import { nearest } from '../../src/core/spec/nearest.ts';
import { chinese, english } from '../unit/words/translators.ts';

const read = (...argv: string[]): CompareRequest => compareRequest(readArguments(['a.csv', 'b.csv', ...argv], english), english);
const fails = (pattern: RegExp, ...argv: string[]): void =>
  assert.throws(
    () => read(...argv),
    (error: Error) => error.name === 'UsageError' && pattern.test(error.message),
  );

test('nothing but two datasets', () => {
  const { spec, format, files, memoryLimitMb, quiet, color } = read();
  assert.deepEqual(spec, { reference: { path: 'a.csv' }, current: { path: 'b.csv' }, profile: 'default' });
  assert.deepEqual(
    { format, files, memoryLimitMb, quiet, color },
    { format: 'text', files: [], memoryLimitMb: 1024, quiet: false, color: true },
  );
});

test('every option', () => {
  const request = read(
    ...[
      '--columns',
      'a,b\\,c',
      '--columns=d',
      '--ignore',
      'e',
      '--profile',
      'strict',
      '--chunk',
      'week',
      '--timestamp',
      't',
      '--group',
      'user',
    ],
    ...['--limit', 'a=0.1', '--limit', 'x=y=12.5%', '--weight', 'a=2', '--role', 'a=target', '--type', 'a=text', '--null-values', 'NA,-'],
    ...[
      '--format',
      'json',
      '--json',
      'out.json',
      '--markdown',
      'first.md',
      '--csv=out.csv',
      '--html',
      'out.html',
      '--markdown',
      'last.md',
      '--memory',
      '512',
      '--threads',
      '2',
      '--fail-on',
      'critical',
      '--quiet',
      '--no-color',
    ],
  );
  assert.deepEqual(request, {
    spec: {
      reference: { path: 'a.csv' },
      current: { path: 'b.csv' },
      columns: {
        include: ['a', 'b,c', 'd'],
        ignore: ['e'],
        roles: { a: 'target' },
        types: { a: 'text' },
        timestamp: 't',
        group: 'user',
        weights: { a: 2 },
        limits: { a: 0.1, 'x=y': 0.125 },
      },
      chunk: { by: 'week' },
      profile: 'strict',
      nullValues: ['NA', '-'],
    },
    format: 'json',
    files: [
      { format: 'html', path: 'out.html' },
      { format: 'markdown', path: 'last.md' },
      { format: 'csv', path: 'out.csv' },
      { format: 'json', path: 'out.json' },
    ],
    memoryLimitMb: 512,
    threads: 2,
    failOn: 'critical',
    quiet: true,
    color: false,
  });
  assert.deepEqual(read('--chunk', 'rows=5000').spec.chunk, { rows: 5000 });
  assert.deepEqual(read('--chunk', 'count=10').spec.chunk, { count: 10 });
  assert.equal(read('--timestamp', 'none').spec.columns?.timestamp, null);
});

test('a column named like a property of objects is a column', () => {
  assert.deepEqual(Object.entries(read('--limit', '__proto__=0.1').spec.columns?.limits ?? {}), [['__proto__', 0.1]]);
});

test('what cannot be understood is told, with what was likely meant', () => {
  fails(/no option --colums\. Did you mean --columns\?/, '--colums', 'a');
  fails(/no option --zzzzzz\. See/, '--zzzzzz');
  fails(/no option -q/, '-q');
  fails(/--limit needs a value/, '--limit');
  fails(/--limit: write it as COLUMN=VALUE, not a/, '--limit', 'a');
  fails(/--fail-on can be warning, critical, never, not all\./, '--fail-on', 'all');
  fails(/--quiet takes no value/, '--quiet=yes');
  fails(/--limit a can be a share .* not 15\./, '--limit', 'a=15');
  fails(/--limit a can be a share/, '--limit', 'a=0');
  fails(/--weight a can be a number from 0 up, not -1/, '--weight', 'a=-1');
  fails(/--profile can be default, strict, sensitive, not x/, '--profile', 'x');
  fails(/--role a can be feature, target/, '--role', 'a=x');
  fails(/--type a can be number, boolean, text, timestamp, not nested/, '--type', 'a=nested');
  fails(/--format can be/, '--format', 'xml');
  fails(/--chunk: write it as auto, .* not rows=0/, '--chunk', 'rows=0');
  fails(/--memory can be a whole number from 64 up, not 1/, '--memory', '1');
  fails(/--threads can be a whole number from 1 up, not two/, '--threads', 'two');
  fails(/c\.csv is one too many/, 'c.csv');
  assert.throws(() => compareRequest(readArguments(['a.csv'], english), english), /Two datasets are needed/);
  assert.throws(() => compareRequest(readArguments(['a.csv'], chinese), chinese), /需要两个数据集/);
});

test('the language is the one asked for, else that of the terminal', () => {
  assert.equal(chooseLanguage('zh-cn', {}), 'zh-cn');
  assert.equal(chooseLanguage('en', { LANG: 'zh_CN.UTF-8' }), 'en');
  assert.equal(chooseLanguage(undefined, { LANG: 'zh_CN.UTF-8' }), 'zh-cn');
  assert.equal(chooseLanguage(undefined, { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }), 'en');
  assert.equal(chooseLanguage(undefined, {}), 'en');
});

test('a mistyped word finds the nearest one, or none', () => {
  assert.equal(nearest('ignor', ['ignore', 'group']), 'ignore');
  assert.equal(nearest('null', ['null-values', 'quiet']), 'null-values');
  assert.equal(nearest('banana', ['ignore', 'group']), null);
});

test('--suffix reads files of another ending as a format', () => {
  assert.deepEqual(read('--suffix', '.DAT=csv', '--suffix', 'log=json').spec.suffixes, { '.dat': 'csv', '.log': 'json' });
  fails(/csv, json, parquet, arrow, sqlite, not excel/, '--suffix', '.dat=excel');
  fails(/--suffix: write it as \.dat=csv, not \.dat\./, '--suffix', '.dat');
});
