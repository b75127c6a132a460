import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderColumnsCsv } from '../../../src/core/render/columnsCsv.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { columnsOf, withColumns } from '../../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { sayDocument } from '../../../src/core/sections/sayDocument.ts';
import { wrongChanges } from '../../outputs/arithmetic.ts';
import { claims, falseClaims, headlineContradictions } from '../../outputs/claims.ts';
import { columnContradictions } from '../../outputs/columnContradictions.ts';
import { csvContradictions } from '../../outputs/csvContradictions.ts';
import { fromCsv } from '../../outputs/fromCsv.ts';
import { fromMarkdown } from '../../outputs/fromMarkdown.ts';
import { junkIn } from '../../outputs/junk.ts';
import { chunkIn, monthsIn } from '../../outputs/months.ts';
import { agrees, printedNumbers } from '../../outputs/printed.ts';
import { sentences } from '../../outputs/sentenceClaims.ts';
import { toldTwice, wrongStatement } from '../../outputs/sentenceFixtures.ts';
import { columnOf, fewValueReport } from '../sections/drift/fewValues.ts';
import { chinese, chineseMessages, english } from '../words/translators.ts';

const report = await fewValueReport();
const languages = [
  ['en', english],
  ['zh-cn', chinese],
] as const;
const shownOf = (of: Report, [language, t]: (typeof languages)[number]) =>
  fromMarkdown(renderMarkdown(sayDocument(of, t, language)), language);

/** A report in which one column was given another number. */
function changed(name: string, change: Partial<ColumnReport>): Report {
  return withColumns(
    report,
    columnsOf(report).map((column) => (column.name === name ? { ...column, ...change } : column)),
  );
}

test('a printed number is all that may be printed so', () => {
  const read = (text: string): [string, number, number][] =>
    printedNumbers(text).map(({ text: printed, low, high }) => [printed.trim(), Number(low.toPrecision(6)), Number(high.toPrecision(6))]);
  assert.deepEqual(read('22\u202f%'), [['22\u202f%', 0.215, 0.225]]);
  assert.deepEqual(read('<\u00a01\u202f%'), [['<\u00a01\u202f%', 0, 0.01]]);
  assert.deepEqual(read('21,900 → \u2212118'), [
    ['21,900', 21850, 21950],
    ['\u2212118', -118.5, -117.5],
  ]);
  assert.deepEqual(read('12.3\u00a0M')[0]!.slice(1), [12.25e6, 12.35e6]);
  assert.deepEqual(read('1230万')[0]!.slice(1), [12.25e6, 12.35e6]);
  assert.deepEqual(read('P95 of y_2'), []);
  assert.ok(agrees(printedNumbers('0.0017')[0]!, 0.001666));
  assert.ok(!agrees(printedNumbers('4.5\u202f%')[0]!, 0.05));
});

test('months and chunks are read in both languages', () => {
  assert.deepEqual(monthsIn('Jan – Oct 2018'), ['2018-01', '2018-10']);
  assert.deepEqual(monthsIn('2018年1月–10月'), ['2018-01', '2018-10']);
  assert.deepEqual(monthsIn('Oct 2018 – Aug 2019'), ['2018-10', '2019-08']);
  assert.equal(chunkIn('since the week of 18 May 2026'), '2026-05-18');
  assert.equal(chunkIn('2026年6月15日当周'), '2026-06-15');
  assert.equal(chunkIn('自2019年4月起'), '2019-04');
});

for (const language of languages) {
  const name = language[0];
  test(`${name}: a report agrees with itself, and one other number is found`, () => {
    const shown = shownOf(report, language);
    assert.ok(shown.columns.length === 4 && shown.title.length > 10);
    assert.deepEqual(columnContradictions(shown.columns, report), []);
    const { effect } = columnOf(report, 'plan');
    const cases: readonly [Report, RegExp][] = [
      [changed('plan', { verdict: 'alert' }), /plan: “.*” in the table, alert in JSON/],
      [changed('plan', { effect: (effect ?? 0) + 0.2 }), /plan: rows moved/],
      [changed('rating', { q: 20 * columnOf(report, 'rating').q! + 0.001 }), /rating: q/],
    ];
    for (const [other, wanted] of cases) assert.match(columnContradictions(shown.columns, other).join('\n'), wanted);
    assert.match(columnContradictions(shown.columns.slice(1), report).join(), /but not in the table/);
  });

  test(`${name}: an alert beside a number under its limit is found`, () => {
    const [row] = shownOf(report, language).columns;
    const column = columnOf(report, row!.name);
    assert.equal(column.verdict, 'alert');
    const small = { ...row!, moved: '1.2\u202f%' };
    assert.match(columnContradictions([small], changed(row!.name, { effect: 0.012 })).join('\n'), /under its limit/);
  });

  test(`${name}: a headline that counts wrongly is found`, () => {
    const shown = shownOf(report, language);
    const facts = { report, measures: [], language: name };
    assert.deepEqual(falseClaims(shown.title, facts), []);
    const one = { ...facts, report: changed('plan', { verdict: 'alert' }) };
    assert.match(falseClaims(shown.title, one).join(), /says 1, is 2/);
  });
}

test('what is said of a column against its verdict is found', () => {
  const column = { ...columnOf(report, 'rating'), verdict: 'ok' as const };
  assert.equal(headlineContradictions(column, 'Values moved. Over the limit since June 2019.', 'en').length, 1);
  assert.equal(headlineContradictions(column, 'Values are alike.', 'en').length, 0);
});

test('a cell of the CSV that differs is found', () => {
  const rows = fromCsv(renderColumnsCsv(report));
  assert.deepEqual(csvContradictions(rows, report), []);
  assert.equal(csvContradictions(rows, changed('plan', { verdict: 'alert', limit: 0.1 })).length, 2);
});

test('changes that are not those of their numbers are found, signs of negative ones too', () => {
  assert.deepEqual(wrongChanges('median 21,900 → 33,700 (+54\u202f%); ROC AUC 0.714 → 0.668, \u22120.046 [\u22120.071, \u22120.020]'), []);
  assert.equal(wrongChanges('lower: \u2212118 → \u2212121 (+2.6\u202f%)').length, 1);
  assert.equal(wrongChanges('median 100 → 200 (+50\u202f%)').length, 1);
  assert.equal(wrongChanges('0.714 → 0.668, \u22120.046 [\u22120.031, \u22120.020]').length, 1);
});

test('lost values are found, and words that mean them are not', () => {
  for (const lost of ['median NaN → 3', 'undefined', '[object Object]', '{0} rows', 'Infinity', '→ -0'])
    assert.equal(junkIn(lost).length, 1, lost);
  assert.deepEqual(junkIn('Nulls and NaN together, of 17-scores-beyond-0-and-1.csv; 10 to 20 of 2019-04-01'), []);
});

test('a statement is held against what is known, and one told in two ways is found', () => {
  const said = (printed: string, fact = 'loss current') => ({ says: '', printed, fact, times: 1 });
  assert.equal(wrongStatement(said('26\u202f%'), 0.255, 'en'), null);
  assert.match(wrongStatement(said('26\u202f%'), 0.2549, 'en')!, /is 0\.2549/);
  assert.match(wrongStatement(said('26\u202f%'), undefined, 'en')!, /not known otherwise/);
  assert.equal(wrongStatement(said('22\u202f%'), [0.218, 0.2234], 'en'), null);
  assert.match(wrongStatement(said('25\u202f%'), [0.218, 0.2234], 'en')!, /is \[/);
  assert.match(wrongStatement(said('2019-05'), '2019-04', 'en')!, /is 2019-04/);
  assert.equal(toldTwice([said('26\u202f%'), said('25.5\u202f%'), said('26\u202f%', 'other')]).length, 0);
  assert.equal(toldTwice([said('26\u202f%'), said('25\u202f%')]).length, 1);
  assert.equal(toldTwice([said('>\u00a099\u202f%'), said('>\u00a099\u202f%')]).length, 0);
});

test('every sentence that outputs are held against is one the product says', () => {
  const gone = [...claims, ...sentences].map(({ message }) => message).filter((message) => chineseMessages[message] === undefined);
  assert.deepEqual(gone, []);
});
