import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayWidth } from '../../../src/core/render/displayWidth.ts';
import { htmlSummary } from '../../../src/core/render/htmlSummary.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { renderMeasuresCsv } from '../../../src/core/render/measuresCsv.ts';
import { renderText } from '../../../src/core/render/text.ts';
import { sayDocument } from '../../../src/core/sections/sayDocument.ts';
import { estimate, evaluated, evaluation, measure, pick, row, slice } from '../words/makeEvaluation.ts';
import { months } from '../words/makeReport.ts';
import { chinese, english } from '../words/translators.ts';

const hostile = '\u001b[31m|`<img src=x onerror=alert(1)>`|@everyone #1 [x](javascript:alert(1)) \u202Egnp {0}';
const condition = { column: hostile, group: { kind: 'value', value: hostile } } as const;
const whole = evaluation(
  [
    row('roc_auc', 0.842, 0.817, 'fail', { since: 3 }),
    row('average_precision', 0.71, 0.66, 'cannot_tell', { half: 0.09, judged: { rowsNeeded: 873 } }),
    row('mcc', 0.5, 0.5, null, { shown: false }),
  ],
  {
    columns: { ...evaluation([]).columns, target: pick(hostile), prediction: pick(hostile), positive: hostile },
    estimate: estimate(),
    slices: {
      measure: 'error_rate',
      overall: 0.13,
      columns: [hostile],
      tested: 12,
      worst: [slice({ conditions: [condition] }), slice({ conditions: [condition, condition] })],
      highest: 0,
      fallen: [slice({ conditions: [condition], reference: 0.2 })],
      bySegment: [],
    },
    fairness: [
      {
        column: hostile,
        groups: [0.2, 0.4].map((value) => ({
          condition,
          n: 900,
          selection: { value, low: value - 0.1, high: value + 0.1, level: 0.95, method: 'wilson' as const },
          tpr: null,
          fpr: null,
          accuracy: null,
          excluded: null,
        })),
        gaps: [{ code: 'demographic_parity_ratio', value: 0.5, low: null, high: null, limit: 0.8, breached: true }],
        p: 0.001,
      },
    ],
    notes: [{ code: 'part_failed', side: null, values: { part: hostile, error: hostile } }],
  },
);
const of = evaluated(whole, { time: months(8) });
const alone = evaluated(evaluation([row('roc_auc', null, 0.842, null)]), { reference: null });
const english1 = sayDocument(of, english, 'en');

test('the terminal report of an evaluation: finding, columns, measures in a table that is aligned, no line too wide', () => {
  const lines = renderText(english1, { width: 100, color: false }).split('\n');
  assert.match(lines[0]!, /^The model got worse: ROC AUC 0\.842 → 0\.817/);
  const at = lines.findIndex((line) => /^ {2}Measure +Reference +Current +Change +Verdict$/.test(line));
  assert.ok(at > 0);
  assert.match(lines[at + 1]!, /^ {2}ROC AUC +0\.842 +0\.817 \[0\.810, 0\.824\] +−0\.025 \[−0\.041, −0\.009\] {2}▲ worse$/);
  assert.match(lines[at + 2]!, /^ {2}Average precision +0\.710 +.*\? cannot tell$/);
  assert.equal(lines[at]!.indexOf('Verdict'), lines[at + 1]!.indexOf('▲'));
  assert.ok(!lines.some((line) => line.includes('Matthews')), 'measures behind "all measures" are not printed');
  for (const [text, width] of [
    [english1, 80],
    [sayDocument(of, chinese, 'zh-cn'), 80],
    [english1, 120],
  ] as const) {
    for (const line of renderText(text, { width, color: false }).split('\n')) assert.ok(displayWidth(line) <= width, `${width}: ${line}`);
  }
});

test('without a reference nothing is said of drift, and no column of the reference is shown', () => {
  const text = sayDocument(alone, english, 'en');
  const printed = renderText(text, { width: 100, color: false });
  assert.match(printed, /Reference none: predictions are evaluated by themselves/);
  assert.match(printed, /Measure +Current +Verdict/);
  assert.doesNotMatch(printed, /What moved|Schema/);
  assert.doesNotMatch(renderMarkdown(text), /What moved|Schema/);
});

test('data in an evaluation cannot steer the terminal', () => {
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  assert.doesNotMatch(renderText(english1, { width: 100, color: false }), control);
  const coloured = renderText(english1, { width: 100, color: true });
  assert.match(coloured, /\u001b\[1;31m▲ worse/);
  assert.doesNotMatch(coloured.replace(/\u001b\[[0-9;]*m/g, ''), control);
});

test('data in an evaluation is no markup in Markdown and HTML', () => {
  const markdown = renderMarkdown(english1);
  assert.match(markdown, /\| ROC AUC \| 0\.842 \| 0\.817 \\\[0\.810, 0\.824\\\] \|/);
  const outsideCode = markdown.replace(/(`+)[^`]*?\1/g, '');
  assert.doesNotMatch(outsideCode, /<img|(?<!\\)\[x\]\(|@everyone/);
  const html = htmlSummary(english1);
  assert.match(html, /The model got worse/);
  assert.doesNotMatch(html, /<img/);
});

test('measures as CSV: one row each, codes and unrounded numbers', () => {
  const [head, first, second] = renderMeasuresCsv(whole, of.time).split('\r\n');
  const cells = Object.fromEntries(head!.split(',').map((name, i) => [name, first!.split(',')[i]]));
  assert.equal(cells.measure, 'roc_auc');
  assert.equal(cells.verdict, 'fail');
  assert.equal(cells.since, '2019-02');
  assert.equal(Number(cells.change), 0.817 - 0.842);
  assert.equal(cells.allowed, '0.02');
  assert.match(second!, /,873,/);
  assert.equal(measure('roc_auc', 0.5).unit, cells.unit);
});
