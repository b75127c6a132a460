import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { choices } from '../../../src/core/spec/choices.ts';
import { comparisonSpec, specLayer } from '../../../src/core/spec/comparisonSpec.ts';
import { pathText } from '../../../src/core/spec/problem.ts';
import { read } from '../../../src/core/spec/read.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { problemText } from '../../../src/core/words/problemText.ts';
import { repo } from '../../harness/repo.mjs';
import { english } from '../words/translators.ts';

const files = { reference: { path: 'a.csv' }, current: { path: 'b.csv' } };

/** Specs that can be meant. */
const good: readonly unknown[] = [
  files,
  { ...files, reference: null, evaluate: {} },
  { ...files, chunk: { by: 'week' }, profile: 'strict', nullValues: ['NA', ''], dateOrder: 'dmy', suffixes: { '.dat': 'csv' } },
  { ...files, chunk: { rows: 500 }, columns: { timestamp: null, group: 'user', limits: { a: 0.1 }, weights: { a: 0 } } },
  JSON.parse('{"reference": null, "current": {"path": "x"}, "columns": {"roles": {"__proto__": "id", "constructor": "target"}}}'),
  {
    ...files,
    evaluate: {
      task: 'ranking',
      target: null,
      k: 10,
      scores: { yes: 'p' },
      costs: { falsePositive: 1, falseNegative: 5 },
      limits: { roc_auc: { min: 0.7, maxDrop: 0 }, 'p95(latency_ms)': { max: 200 }, f1: {} },
    },
  },
  { ...files, reference: { path: 'b.csv', rev: 'HEAD~1' } },
];

/** Specs that cannot, with what is told of them. */
const bad: readonly (readonly [unknown, string])[] = [
  [null, 'the whole can be an object, not null.'],
  [[], 'the whole can be an object, not [0].'],
  [{ reference: null }, 'current is missing.'],
  [{ ...files, current: { path: '' } }, 'current.path is empty, too long or too many.'],
  [{ ...files, current: { path: 7 } }, 'current.path can be a text, not 7. Put it in quotes.'],
  [{ ...files, current: { path: 'a.csv', rev: '' } }, 'current.rev is empty, too long or too many.'],
  [{ ...files, reference: { database: 'a.db' } }, 'reference.table is missing.'],
  [{ ...files, current: 'b.csv' }, 'current can be {path}, {path, rev}, {database, table}, not "b.csv".'],
  [{ ...files, colums: {} }, 'There is no colums. Did you mean columns?'],
  [
    { ...files, columns: { target: 'y' } },
    'There is no columns.target. There are include, ignore, roles, types, timestamp, group, limits, weights.',
  ],
  [{ ...files, profile: 'strickt' }, 'profile can be default, strict, sensitive, not strickt. Did you mean strict?'],
  [{ ...files, profile: '__proto__' }, 'profile can be default, strict, sensitive, not __proto__.'],
  [{ ...files, chunk: { by: 'weak' } }, 'chunk.by can be auto, none, hour, day, week, month, not weak. Did you mean week?'],
  [{ ...files, chunk: { rows: 0 } }, 'chunk.rows can be a whole number from 1 to 999999999, not 0.'],
  [{ ...files, chunk: { rows: 5, count: 5 } }, 'There is no chunk.count. There are rows.'],
  [{ ...files, chunk: 'week' }, 'chunk can be {by}, {rows}, {count}, not "week".'],
  [{ ...files, nullValues: 'NA' }, 'nullValues can be a list, not "NA".'],
  [{ ...files, nullValues: ['NA', 7] }, 'nullValues[1] can be a text, not 7. Put it in quotes.'],
  [
    { ...files, columns: { limits: { price: 15 } } },
    'columns.limits.price can be a share above 0 and up to 1, such as 0.1 or 10%, not 15.',
  ],
  [{ ...files, columns: { weights: { price: -1 } } }, 'columns.weights.price can be a number from 0 up, not -1.'],
  [{ ...files, suffixes: { '.gz': 'csv' } }, 'suffixes..gz is no ending of file names that can be added, such as .dat.'],
  [{ ...files, evaluate: { k: 1.5 } }, 'evaluate.k can be a whole number from 1 up, not 1.5.'],
  [{ ...files, evaluate: { threshold: Number.NaN } }, 'evaluate.threshold can be a number, not NaN.'],
  [{ ...files, evaluate: { limits: { rocauc: { min: 0.7 } } } }, 'evaluate.limits.rocauc: there is no such measure. Did you mean roc_auc?'],
  [{ ...files, evaluate: { limits: { f1: { min: 0.9, max: 0.1 } } } }, 'The min of evaluate.limits.f1 is above its max.'],
  [{ ...files, evaluate: { costs: { falsePositive: 1 } } }, 'evaluate.costs.falseNegative is missing.'],
];

const told = (value: unknown): string[] =>
  read(comparisonSpec, value).problems.map((problem) => problemText(problem, pathText(problem.path) || 'the whole', english));

test('what can be meant is read as it is', () => {
  for (const spec of good) assert.deepEqual(read(comparisonSpec, spec), { value: spec, problems: [] }, JSON.stringify(spec));
  const named = read(comparisonSpec, good[4]).value?.columns?.roles ?? {};
  assert.deepEqual(Object.entries(named), [
    ['__proto__', 'id'],
    ['constructor', 'target'],
  ]);
});

test('what cannot is told with its place, and with what was likely meant', () => {
  for (const [spec, sentence] of bad) assert.deepEqual(told(spec), [sentence]);
});

test('the rest stands: only what is wrong is left out, and what lacks a part it must have', () => {
  const { value, problems } = read(specLayer, {
    profile: 7,
    nullValues: ['NA', 7],
    columns: { limits: { a: 2, b: 0.1 }, ignore: [3] },
    evaluate: { costs: { falsePositive: 1 }, target: 'y' },
  });
  assert.deepEqual(value, { nullValues: ['NA'], columns: { limits: { b: 0.1 } }, evaluate: { target: 'y' } });
  assert.equal(problems.length, 5);
  assert.equal(read(comparisonSpec, { reference: null }).value, undefined);
  assert.equal(read(choices, JSON.parse('{"__proto__": {"profile": "strict"}}')).value, undefined);
});

test('a share may be said in per cent', () => {
  assert.deepEqual(read(specLayer, { columns: { limits: { a: '12.5 %' } } }).value, { columns: { limits: { a: 0.125 } } });
  assert.equal(read(specLayer, { columns: { limits: { a: '250%' } } }).problems[0]?.code, 'number');
});

test('a hundred problems are told of a hundred thousand', () => {
  const names = Array.from({ length: 99_999 }, (_, i): [string, unknown] => [`c${i}`, -1]);
  assert.equal(read(specLayer, { columns: { limits: Object.fromEntries(names) } }).problems.length, 100);
  assert.equal(read(specLayer, { nullValues: Array.from({ length: 100_001 }, () => 'x') }).problems[0]?.code, 'size');
});

test('whatever stands there: what was read of it reads again without a problem', () => {
  const random = mulberry32(20261130);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const words = [
    'profile',
    'chunk',
    'by',
    'week',
    'columns',
    'limits',
    'a',
    'evaluate',
    'f1',
    'min',
    'max',
    'costs',
    'falsePositive',
    '__proto__',
    'rows',
  ];
  const any = (depth: number): unknown => {
    if (depth === 0 || random() < 0.3)
      return pick<unknown>([null, true, 0.5, 3, -1, 'strict', 'week', 'none', '', '10%', undefined, Number.NaN]);
    if (random() < 0.15) return Array.from({ length: 3 }, () => any(depth - 1));
    return Object.fromEntries(Array.from({ length: 4 }, () => [pick(words), any(depth - 1)]));
  };
  let wrong = 0;
  for (let i = 0; i < 3000; i++) {
    const spoilt = { ...files, ...(any(4) as object) };
    for (const shape of [comparisonSpec, choices]) {
      const { value, problems } = read<unknown>(shape, spoilt);
      if (problems.length > 0) wrong++;
      if (value !== undefined) assert.deepEqual(read<unknown>(shape, value), { value, problems: [] });
    }
  }
  assert.ok(wrong > 3000, `${wrong} of 6000 were wrong`);
});

test('the published schema takes what the reader takes, and refuses what it refuses', () => {
  const schema = JSON.parse(readFileSync(join(repo, 'media/spec.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  for (const spec of good) assert.ok(validate(spec), JSON.stringify(validate.errors));
  // What no schema can say.
  const unsaid = /is above its max|such as \.dat|NaN/;
  for (const [spec, sentence] of bad) if (!unsaid.test(sentence)) assert.ok(!validate(spec), sentence);
});
