import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import { pageLabelsEnglish } from '../../src/core/sections/pageLabelKeys.ts';
import { filterColumns, filterIndex } from '../../webview/filter/columnFilter.ts';
import { orderColumns } from '../../webview/filter/columnOrder.ts';
import { judge } from '../../webview/heatmap/chunkRange.ts';
import { changedReport } from '../harness/changedReport.ts';
import { sampleReport } from './sampleReport.ts';
import { sampleText } from './sampleText.ts';

const sample = sampleReport({ extra: [{ name: 'Total paid', role: 'target', verdict: 'ok', effect: 0.004, since: null }] });
const report = changedReport(sample, {
  notes: [{ code: 'new_categories', level: 'watch', side: 'current', column: 'salary_range', values: {} }],
});
const shown = columnsOf(report).filter((column) => column.verdict !== 'not_tested');
const english = sampleText(report);
const verdicts = { ...english.verdicts, alert: { glyph: '▲', word: '告警' } };
const labels = { ...pageLabelsEnglish, roleTarget: '目标', filterNew: '新类别' };

function found(filter: string, range: readonly [number, number] | null = null) {
  const index = filterIndex(shown, report, { ...english, verdicts }, labels);
  const { columns, unknown } = filterColumns(shown, filter, index, (column) => judge(column, range).verdict);
  return { names: columns.map((column) => column.name).sort(), unknown: unknown.map((term) => term.typed) };
}

const all = shown.map((column) => column.name).sort();
const alerts = ['car_value', 'debt_to_income_ratio', 'repaid_loan_on_prev_car'];

// Names, verdicts, kinds and roles are those of the recipes in sampleReport.ts.
const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['', all, []],
  ['  -  ', all, []],
  ['LOAN', ['loan_length', 'repaid_loan_on_prev_car'], []],
  ['loan car', ['repaid_loan_on_prev_car'], []],
  ['"total paid"', ['Total paid'], []],
  ['"total', ['Total paid'], []],
  ['“Total paid”', ['Total paid'], []],
  ['alert', alerts, []],
  ['告警', alerts, []],
  ['alert type:number', ['car_value', 'debt_to_income_ratio'], []],
  ['watch', ['employer_region'], []],
  ['alert -type:number', ['repaid_loan_on_prev_car'], []],
  ['alert -car', ['debt_to_income_ratio'], []],
  ['alert watch', [], []],
  ['role:target', ['Total paid'], []],
  ['角色：目标', ['Total paid'], []],
  ['section:new', ['salary_range'], []],
  ['section:missing', ['employer_region'], []],
  ['section:drift', alerts, []],
  ['部分:新类别', ['salary_range'], []],
  ['type:', all, []],
  ['colour:red', all, ['colour:red']],
  ['alert colour:red', alerts, ['colour:red']],
  ['section:nowhere', all, ['section:nowhere']],
  ['-typ:number', all, ['typ:number']],
  ['"alert"', [], []],
  ['constructor:x', all, ['constructor:x']],
];
for (const [filter, names, unknown] of table) {
  test(`filter ${JSON.stringify(filter)}`, () => {
    assert.deepEqual(found(filter), { names: [...names].sort(), unknown });
  });
}

test('within a range verdicts are those of its chunks, and so is the order', () => {
  // The sample moves from its eighth chunk (index 7) on.
  assert.deepEqual(found('alert', [0, 5]).names, []);
  assert.deepEqual(found('alert', [6, 7]).names, alerts);
  assert.deepEqual(
    orderColumns(shown, 'worst', report, [8, 9])
      .slice(0, 3)
      .map((column) => column.name)
      .sort(),
    alerts,
  );
  const loan = columnsOf(report).find((column) => column.name === 'car_value')!;
  assert.deepEqual([judge(loan, [8, 9]).since, judge(loan, null).since], [8, 7]);
});

test('importance is the move over its limit times the weight', () => {
  const weighted = changedReport(report, {
    spec: { ...report.spec, columns: { weights: { loan_length: 1000 } } },
    summary: { ...driftOf(report).summary, suspects: [] },
  });
  const names = orderColumns(shown, 'importance', weighted).map((column) => column.name);
  // Effects in recipes: loan_length 0.004 × 1000 stands before car_value 0.18 and repaid_loan_on_prev_car 0.14.
  assert.deepEqual(names.slice(0, 3), ['loan_length', 'car_value', 'repaid_loan_on_prev_car']);
});
