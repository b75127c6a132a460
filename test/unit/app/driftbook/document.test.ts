import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parseDriftbook } from '../../../../src/app/driftbook/driftbookDocument.ts';
import { driftbookProblemText } from '../../../../src/app/driftbook/driftbookProblem.ts';
import { migrateDriftbook } from '../../../../src/app/driftbook/migrateDriftbook.ts';
import { driftbookOfBytes } from '../../../../src/app/driftbook/readDriftbookFile.ts';
import { lineColumn } from '../../../../src/app/driftbook/sourceRange.ts';
import { driftbookVersion } from '../../../../src/core/driftbook/driftbook.ts';
import { driftbookSpec } from '../../../../src/core/driftbook/driftbookSpec.ts';
import { limitBase } from '../../../../src/core/driftbook/limitBase.ts';
import { comparisonSpec } from '../../../../src/core/spec/comparisonSpec.ts';
import { read } from '../../../../src/core/spec/read.ts';
import { repo } from '../../../harness/repo.mjs';
import { chinese, english } from '../../words/translators.ts';

const corpus = join(repo, 'test/fixtures/driftbooks');
const churn = readFileSync(join(corpus, 'v1/churn.driftbook.yaml'), 'utf8');

/** Problems as `driftbook validate` tells them, with what is marked. */
const told = (text: string, t = english): string[] =>
  parseDriftbook(text).problems.map((problem) => {
    const { line, column } = lineColumn(text, problem.range.start);
    return `${line}:${column} ‹${text.slice(problem.range.start, problem.range.end)}› ${driftbookProblemText(problem, t)}`;
  });
const frame = (cells: string, more = ''): string =>
  `version: 1\ndatasets: {reference: {path: a.csv}, current: {path: b.csv}}\n${more}cells:\n${cells}`;

test('driftbooks of every version read without a problem, and are brought up to the newest', () => {
  const versions = readdirSync(corpus);
  assert.deepEqual(
    versions,
    Array.from({ length: driftbookVersion }, (_, i) => `v${i + 1}`),
  );
  const schema = JSON.parse(readFileSync(join(repo, 'media/driftbook.schema.json'), 'utf8'));
  const fits = new Ajv({ strict: false }).compile(schema);
  for (const version of versions)
    for (const name of readdirSync(join(corpus, version))) {
      const text = migrateDriftbook(readFileSync(join(corpus, version, name), 'utf8'));
      assert.deepEqual(told(text), [], name);
      assert.ok(fits(parseDriftbook(text).value), `${name}: ${JSON.stringify(fits.errors)}`);
    }
});

test('an older file is brought up by edits of its text, step by step, and nothing else of it changes', () => {
  const rename = (value: unknown) => [
    { edit: 'set', path: ['title'], content: { value: (value as { name: string }).name } } as const,
    { edit: 'remove', path: ['name'] } as const,
  ];
  const steps = new Map([
    [1, rename],
    [2, () => []],
  ]);
  assert.equal(
    migrateDriftbook('version: 1 # first\nname: x # n\nkept:   [1,2]\n', steps, 3),
    'version: 3 # first\nkept:   [1,2]\ntitle: x\n',
  );
  assert.equal(migrateDriftbook('version: 9\n', steps, 3), 'version: 9\n');
});

test('what is wrong is told at its place, with what was likely meant', () => {
  assert.deepEqual(
    told(
      frame(
        [
          '  - qualty: {}',
          '  - drift: {}',
          '    checks: [{measure: psii, max: 1}, {measure: psi, colums: [a], max: 1}, {measure: psi}, {measure: drifted_share, columns: [a], max: 1}]',
          '  - performance: {}',
          '    checks:',
          '      - {measure: mae, max: 1e400}',
          '      - {measure: mae, max: .inf}',
          '      - {measure: mae, min: 3, max: 2%}',
          '      - {measure: mae, equals: 1, max: 2, columns: [a]}',
          '      - {measure: mae, max: 2, to: previous}',
          '      - {measure: mae, max_drop: 1, to: mean±3sd(30 runs)}',
          '      - {measure: mae, max_drop: -1}',
          '      - {measure: mae, max: 1, mute: {until: 2026-02-30, reason: x}}',
          '      - {measure: mae, max: 1, to: p95(1 runs)}',
          '  - sql: {name: a-b, query: x}',
          '    drift: {}',
          '  - {}',
        ].join('\n'),
        'timezone: Asia/Shanghia\nchunk: weak\ncolumns: {target: 2024, scores: {yes: p, no: true}}\n',
      ),
    ),
    [
      '3:11 ‹Asia/Shanghia› timezone: there is no time zone "Asia/Shanghia". Did you mean Asia/Shanghai?',
      '4:8 ‹weak› chunk: write it as auto, none, hour, day, week, month, rows=N, count=N, not "weak".',
      '5:19 ‹2024› columns.target can be a text, not 2024. Put it in quotes.',
      '5:46 ‹true› columns.scores.no can be a text, not true. Put it in quotes.',
      '7:5 ‹qualty› There is no cells[0].qualty. Did you mean quality?',
      '9:24 ‹psii› cells[1].checks[0].measure: there is no such measure. Did you mean psi?',
      '9:54 ‹colums› There is no cells[1].checks[1].colums. Did you mean columns?',
      '9:76 ‹{measure: psi}› cells[1].checks[2] needs one of min, max, equals, max_drop, max_rise, max_ratio.',
      '9:117 ‹columns› cells[1].checks[3].columns means nothing here. There are chunks.',
      '12:29 ‹1e400› cells[2].checks[0].max can be a number, or a share such as 10%, not 1e400.',
      '13:29 ‹.inf› cells[2].checks[1].max can be a number, or a share such as 10%, not .inf.',
      '14:9 ‹{measure: mae, min: 3, max: 2%}› The min of cells[2].checks[2] is above its max.',
      '15:24 ‹equals› cells[2].checks[3].equals cannot stand together with max.',
      '15:43 ‹columns› cells[2].checks[3].columns means nothing here. There are slices, chunks.',
      '16:32 ‹to› cells[2].checks[4].to cannot stand together with max.',
      '17:24 ‹max_drop› cells[2].checks[5].max_drop cannot stand together with to.',
      '18:34 ‹-1› cells[2].checks[6].max_drop can be a number from 0 up, or a share such as 10%, not -1.',
      '19:46 ‹2026-02-30› cells[2].checks[7].mute.until: write it as 2026-12-31, not "2026-02-30".',
      '20:36 ‹p95(1 runs)› cells[2].checks[8].to: write it as reference, previous, p95(30 runs), mean±3sd(30 runs), not "p95(1 runs)".',
      '22:5 ‹drift› cells[3].drift cannot stand together with sql.',
      '23:5 ‹{}› cells[4] needs one of markdown, quality, drift, performance, behaviour, slices, attribution, sql.',
    ],
  );
});

test('between cells: names that stand twice, and what needs a reference', () => {
  const alone =
    'version: 1\ndatasets: {current: {path: a}}\ncells:\n  - drift: {}\n  - performance:\n    name: a\n    checks: [{measure: mae, max_drop: 1}]\n  - quality:\n    name: a\n';
  assert.deepEqual(told(alone), [
    '4:5 ‹drift› cells[0].drift needs datasets.reference, which is missing.',
    '7:29 ‹max_drop› cells[1].checks[0].max_drop needs datasets.reference, which is missing.',
    '9:11 ‹a› cells[2].name: the name "a" stands twice.',
  ]);
});

test('what is no YAML, or more than YAML should be, is told at its place and as nothing else', () => {
  const only = (text: string, ...expected: string[]): void => assert.deepEqual(told(text), expected, text.slice(0, 60));
  only('', '1:1 ‹› The file is empty. driftbook init writes one from your data.');
  only('# a\n', '1:1 ‹› The file is empty. driftbook init writes one from your data.');
  only('version: 1\n\tcells: 1\n', '2:1 ‹\t› Lines are indented by spaces here, not by tabs.');
  only('a: [1\nb: 2\n', '2:1 ‹b› The indentation fits nothing above. Lines of the same part begin at the same column.');
  only('a: "x\n', '2:1 ‹› Something is not closed here: a quote, a bracket, or a colon that is missing.');
  only(`${churn}---\na: 1\n`, '20:1 ‹---› A driftbook is one document. Remove what comes after ---.');
  only(`%YAML 1.1\n---\n${churn}`, '1:1 ‹%YAML 1.1› A driftbook is written in YAML 1.2. Remove the %YAML line.');
  only(`${churn}title: x\n`, '20:1 ‹title› title stands twice here. Remove one.');
  only(
    churn.replace('30%', '!!js/function x'),
    '15:44 ‹!!js/function› The tag !!js/function means nothing here.',
    '15:58 ‹x› cells[2].checks[0].max can be a number, or a share such as 10%, not "x".',
  );
  only(churn.replace('price: 3}', '[a]: 3}'), '7:135 ‹[a]› A name can be a text or a number, not a list or an object.');
  only(churn.replace('{columns: all}', '*x'), '14:12 ‹*x› There is no anchor x above.');
  only('a: &a [*a]\n', '1:8 ‹*a› The anchors stand for too much, or for themselves.');
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefgh'].map((to, i) => `${to}: &${to} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`),
  ].join('\n');
  assert.match(told(bomb)[0]!, /‹\*\w› The anchors stand for too much/);
  only('version: 2\nnew: 1\n', '1:10 ‹2› The file is of version 2; this Driftbook knows versions up to 1. Update Driftbook to read it.');
});

test('names that every object has are names like others; merge keys are none', () => {
  const text = frame('  - quality: {}\n', '__proto__: {polluted: yes}\nconstructor: 2\n<<: {title: x}\n');
  assert.deepEqual(
    parseDriftbook(text).problems.map(({ path }) => path?.join('.')),
    ['__proto__', 'constructor', '<<'],
  );
  assert.equal(({} as { polluted?: string }).polluted, undefined);
  const scores = parseDriftbook(
    frame('  - performance: {}\n', 'columns: {scores: {__proto__: a, constructor: b, yes: c, 1: d, no: e, 2024-01-01: f}}\n'),
  ).driftbook?.columns?.scores;
  assert.deepEqual(Object.entries(scores ?? {}), [
    ['1', 'd'],
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['yes', 'c'],
    ['no', 'e'],
    ['2024-01-01', 'f'],
  ]);
});

test('whatever the text, it is told and nothing breaks: depth that ends the process in the library, and length', () => {
  for (const text of [
    '['.repeat(200_000),
    '- '.repeat(100_000),
    '{a: '.repeat(100_000),
    '? '.repeat(100_000),
    Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  ])
    assert.match(told(text).join(), /^\d+:\d+ ‹.› Parts lie deeper than 64 within each other\.$/);
  assert.deepEqual(told(`a: [${'[],'.repeat(3_500_000)}`), ['1:1 ‹› The file is too large to be a driftbook.']);
  // Names that stand twice are looked for in time that grows with their number, not with its square.
  const cpu = process.cpuUsage();
  assert.ok(told(Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join('\n')).length <= 103);
  assert.ok(process.cpuUsage(cpu).user < 20e6);
});

test('bytes that are no text are told at the first of them', () => {
  const at = (bytes: Uint8Array): unknown => {
    const { text, problems } = driftbookOfBytes(bytes);
    return [lineColumn(text, problems[0]!.range.start), problems[0]!.what, problems.length];
  };
  const encoding = { syntax: 'encoding', found: '' };
  assert.deepEqual(at(Buffer.concat([Buffer.from('a: 1\nb: é'), Buffer.from([0xff, 0x61])])), [{ line: 2, column: 5 }, encoding, 1]);
  assert.deepEqual(at(Buffer.from('\ufeffversion: 1\n', 'utf16le')), [{ line: 1, column: 1 }, encoding, 1]);
  assert.deepEqual(at(Buffer.from('a: 1\nb: \0')), [{ line: 2, column: 4 }, encoding, 1]);
  assert.deepEqual(driftbookOfBytes(Buffer.from(`\ufeff${churn}`)).problems, []);
});

test('in Chinese, and with nothing of the file that a terminal or a reader could take for something else', () => {
  assert.deepEqual(
    told('版本: 1\n', chinese).at(0),
    '1:1 ‹版本› 没有版本。可用的有 version, title, datasets, labels, columns, chunk, timezone, cells, alerts, notify, actions, schedule。',
  );
  const hostile = '"\\e[31m\\u202Egpj.exe\\n"';
  for (const text of [
    `${hostile}: 1\n`,
    frame(`  - ${hostile}: 1\n`),
    frame(`  - quality: ${hostile}\n`),
    frame('  - quality: {}\n', `chunk: ${hostile}\n`),
  ])
    for (const problem of parseDriftbook(text).problems) assert.doesNotMatch(driftbookProblemText(problem, english), /[\p{Cc}\u202e]/u);
});

test('a driftbook is mapped onto what is compared: settings below it, choices and arguments above', () => {
  const { driftbook } = parseDriftbook(churn);
  const [, quality, , performance] = driftbook!.cells;
  const around = {
    settings: { profile: 'sensitive', columns: { ignore: ['by_settings'] }, nullValues: ['NA'] },
    choices: { chunk: { by: 'day' } },
    resolve: (path: string) => `/book/${path}`,
  } as const;
  const shared = {
    reference: { path: '/book/data/train.parquet' },
    current: { path: '/book/data/prod/2026-*.parquet' },
    profile: 'sensitive',
    chunk: { by: 'day' },
    nullValues: ['NA'],
    columns: { ignore: ['by_settings', 'row_hash'], timestamp: 'event_time', weights: { price: 3 } },
  };
  assert.deepEqual(driftbookSpec(driftbook!, quality!, around), shared);
  const evaluated = driftbookSpec(driftbook!, performance!, { ...around, args: { chunk: { rows: 5 } } });
  assert.deepEqual(evaluated, {
    ...shared,
    chunk: { rows: 5 },
    evaluate: { target: 'churned', score: 'p_churn', positive: 'yes', segments: ['country', 'plan'] },
  });
  const everything = parseDriftbook(readFileSync(join(corpus, 'v1/everything.driftbook.yaml'), 'utf8')).driftbook!;
  for (const cell of everything.cells) assert.deepEqual(read(comparisonSpec, driftbookSpec(everything, cell)).problems, []);
  assert.deepEqual(driftbookSpec(everything, everything.cells[0]!).reference, { path: 'sales.db', rev: 'v1.2' });
});

test('what a value is held against', () => {
  assert.deepEqual(['reference', 'previous', 'p5(7 runs)', 'mean±3sd(30 runs)', 'mean+-0.5sd(9999 runs)'].map(limitBase), [
    { kind: 'reference' },
    { kind: 'previous' },
    { kind: 'percentile', percentile: 5, runs: 7 },
    { kind: 'band', deviations: 3, runs: 30 },
    { kind: 'band', deviations: 0.5, runs: 9999 },
  ]);
});
