import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropVerdicts } from '../../../src/core/check/dropVerdict.ts';
import { countsOfBinary } from '../../../src/core/measures/classification/binaryCounts.ts';
import { binaryLabelMeasures } from '../../../src/core/measures/classification/labelMeasures.ts';
import { scoreMeasures } from '../../../src/core/measures/classification/scoreMeasures.ts';
import { type Measure, measureOf, undefinedMeasure } from '../../../src/core/measures/measure.ts';
import { measureDifference } from '../../../src/core/measures/measureDifference.ts';
import { catalogue } from '../../../src/core/measures/registry.ts';
import { primaryMeasures, shownMeasures, type Task } from '../../../src/core/measures/tasks.ts';
import { meanMeasure, proportionMeasure } from '../../../src/core/measures/uncertainty.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { scoreCounts } from '../../../src/core/stats/samples/scoreCounts.ts';

const accuracy = (hits: number, rows: number): Measure =>
  proportionMeasure(catalogue.accuracy, { hits, of: rows, reason: 'no_rows' }, { alpha: 0.05, rowsPerWeight: 1 });
const loss = (mean: number, variance: number, n: number): Measure => meanMeasure(catalogue.mae, { n, mean, variance }, n, 0.05);
const auc = (value: number, standardError: number, rows: number): Measure =>
  measureOf(catalogue.roc_auc, value, rows, { basis: { kind: 'standard_error', rows, standardError } });
const verdict = (reference: Measure, current: Measure) => dropVerdicts([{ reference, current }])[0]!;

test('a drop beyond two points that is no chance fails; within two points it passes however sure it is', () => {
  const fails = verdict(accuracy(9000, 10_000), accuracy(8500, 10_000));
  assert.equal(fails.outcome, 'fail');
  assert.ok(fails.adjustedP! < 1e-10 && Math.abs(fails.difference!.drop - 0.05) < 1e-12);
  assert.equal(verdict(accuracy(900_000, 1_000_000), accuracy(885_000, 1_000_000)).outcome, 'pass');
});

test('a gain is told, never an alarm; a small one passes', () => {
  assert.equal(verdict(accuracy(8500, 10_000), accuracy(9000, 10_000)).outcome, 'improved');
  assert.equal(verdict(accuracy(8990, 10_000), accuracy(9000, 10_000)).outcome, 'pass');
  assert.equal(verdict(loss(2, 1, 5000), loss(1.5, 1, 5000)).outcome, 'improved');
});

test('too few rows: cannot tell, with the rows it takes', () => {
  const small = verdict(accuracy(9000, 10_000), accuracy(36, 40));
  assert.deepEqual([small.outcome, small.reason], ['cannot_tell', 'too_few_rows']);
  assert.ok(small.rowsNeeded! > 1000 && small.rowsNeeded! < 4000, `${small.rowsNeeded}`);
  const chance = verdict(accuracy(9000, 10_000), accuracy(34, 40));
  assert.deepEqual([chance.outcome, chance.reason], ['cannot_tell', 'may_be_chance']);
  assert.ok(chance.rowsNeeded! > 40);
  const tinyReference = verdict(accuracy(36, 40), accuracy(9000, 10_000));
  assert.equal(tinyReference.outcome, 'cannot_tell');
  assert.equal(tinyReference.rowsNeeded, null);
});

test('fewer than 30 rows on a side are not tested and take no part in the family', () => {
  const few = { reference: accuracy(9000, 10_000), current: accuracy(0, 20) };
  const sure = { reference: auc(0.8, 0.01, 2000), current: auc(0.773, 0.01, 2000) };
  const [first, second] = dropVerdicts([few, sure]);
  assert.deepEqual([first!.outcome, first!.reason, first!.adjustedP], ['cannot_tell', 'too_few_rows', null]);
  assert.ok(first!.rowsNeeded! >= 30);
  assert.equal(second!.outcome, 'fail');
});

test('a perfect model of few rows is not certain to be perfect', () => {
  const perfect = (rows: number) => {
    const scores = Float64Array.from({ length: rows }, (_, i) => i / rows);
    const counts = scoreCounts(
      scores,
      Uint8Array.from(scores, (s) => (s >= 0.5 ? 1 : 0)),
    );
    const labels = countsOfBinary({ tp: rows / 2, fp: 0, fn: 0, tn: rows / 2 });
    return [...scoreMeasures(counts), ...binaryLabelMeasures(labels, 1)].filter((m) =>
      ['roc_auc', 'average_precision', 'f1', 'mcc', 'balanced_accuracy', 'accuracy'].includes(m.name),
    );
  };
  const pairs = (rows: number) => perfect(rows).map((m) => ({ reference: m, current: m }));
  for (const { outcome } of dropVerdicts(pairs(40))) assert.equal(outcome, 'cannot_tell');
  for (const { outcome } of dropVerdicts(pairs(4000))) assert.equal(outcome, 'pass');
});

test('losses: 5 % of the reference value, up is worse', () => {
  assert.equal(verdict(loss(2, 1, 20_000), loss(2.2, 1, 20_000)).outcome, 'fail');
  assert.equal(verdict(loss(2, 1, 20_000), loss(2.08, 1, 20_000)).outcome, 'pass');
  assert.equal(verdict(loss(2, 1, 20_000), loss(2.2, 1, 20_000)).allowed, 0.1);
  const own = dropVerdicts([
    { reference: loss(2, 1, 20_000), current: loss(2.08, 1, 20_000), allowed: { kind: 'absolute', change: 0.05 } },
  ]);
  assert.equal(own[0]!.outcome, 'fail');
});

test('Holm over the measures shown: what fails alone may be chance among many', () => {
  const pair = { reference: auc(0.8, 0.01, 2000), current: auc(0.773, 0.01, 2000) };
  assert.equal(dropVerdicts([pair])[0]!.outcome, 'fail');
  const same = { reference: auc(0.8, 0.001, 200_000), current: auc(0.8, 0.001, 200_000) };
  const many = dropVerdicts([pair, ...new Array(9).fill(same)]);
  assert.deepEqual([many[0]!.outcome, many[0]!.reason], ['cannot_tell', 'may_be_chance']);
  assert.equal(many[1]!.outcome, 'pass');
  const few = { reference: accuracy(9000, 10_000), current: accuracy(36, 40) };
  assert.ok(dropVerdicts([few, few, few])[0]!.rowsNeeded! > 1.2 * dropVerdicts([few])[0]!.rowsNeeded!);
});

test('no value, no direction, no spread', () => {
  const none = verdict(undefinedMeasure(catalogue.roc_auc, 'no_positives', 5), auc(0.8, 0.01, 100));
  assert.deepEqual([none.outcome, none.reason], ['not_applicable', 'no_value']);
  assert.equal(verdict(measureOf(catalogue.bias, 1, 9), measureOf(catalogue.bias, 2, 9)).reason, 'no_direction');
  assert.equal(verdict(measureOf(catalogue.max_error, 1, 9), measureOf(catalogue.max_error, 2, 9)).reason, 'no_interval');
  assert.equal(measureDifference(undefinedMeasure(catalogue.mae, 'no_rows', 0), loss(1, 1, 9)), null);
});

test('nothing changes: few alarms; two points more than allowed: mostly found', () => {
  const next = mulberry32(31);
  const draw = (rows: number, p: number) => {
    let hits = 0;
    for (let i = 0; i < rows; i++) if (next() < p) hits++;
    return accuracy(hits, rows);
  };
  let alarms = 0;
  let found = 0;
  for (let r = 0; r < 400; r++) {
    if (verdict(draw(1500, 0.9), draw(1500, 0.9)).outcome === 'fail') alarms++;
    if (verdict(draw(1500, 0.9), draw(1500, 0.86)).outcome === 'fail') found++;
  }
  assert.ok(alarms <= 16, `${alarms} of 400 false alarms`);
  assert.ok(found >= 320, `${found} of 400 found`);
});

test('every measure of every task is in the catalogue, and what is shown is available', () => {
  for (const task of Object.keys(primaryMeasures) as Task[]) {
    const shown = shownMeasures(task);
    assert.ok(shown.length > 0 && primaryMeasures[task].length > 0);
    assert.ok([...shown, ...primaryMeasures[task]].every((name) => catalogue[name].tasks.includes(task)));
    const places = shown.map((name) => catalogue[name].shown?.[task]);
    assert.deepEqual(
      places,
      [...shown.keys()].map((place) => place + 1),
      `${task}: a place for each`,
    );
  }
});
