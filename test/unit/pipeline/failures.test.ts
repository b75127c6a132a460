import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureDecisions } from '../../../src/core/check/dropVerdict.ts';
import { failingChunks } from '../../../src/core/check/failingChunks.ts';
import { modelVerdict } from '../../../src/core/check/modelVerdict.ts';
import { outcome } from '../../../src/core/check/outcome.ts';
import type { Measure } from '../../../src/core/measures/measure.ts';
import { catalogue } from '../../../src/core/measures/registry.ts';
import { proportionMeasure } from '../../../src/core/measures/uncertainty.ts';
import { seasonMonths } from '../../../src/core/read/chunks/calendarCells.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { evaluation, row, undefinedRow } from '../words/makeEvaluation.ts';
import { binaryRows, evaluated } from './tables.ts';

const accuracy = (hits: number, rows: number): Measure =>
  proportionMeasure(catalogue.accuracy, { hits, of: rows, reason: 'no_rows' }, { alpha: 0.05, rowsPerWeight: 1 });

test('a bad month among good ones fails the measure though the whole holds; it is the month that is marked', () => {
  const chunks = [826, 822, 700, 829, 824, 825].map((hits) => accuracy(hits, 1000));
  const [found] = measureDecisions([{ reference: accuracy(8200, 10_000), current: accuracy(4826, 6000), chunks }]);
  assert.ok(found!.fails);
  assert.notEqual(found!.whole.outcome, 'fail');
  assert.deepEqual(found!.chunks, ['pass', 'pass', 'fail', 'pass', 'pass', 'pass']);
});

test('a measure fails exactly when its whole or a chunk is marked, and in few of many runs where nothing changed', () => {
  const random = mulberry32(11);
  const drawn = (n: number): Measure => {
    let hits = 0;
    for (let i = 0; i < n; i++) if (random() < 0.8) hits++;
    return accuracy(hits, n);
  };
  let alarms = 0;
  const runs = 400;
  for (let run = 0; run < runs; run++) {
    const pairs = Array.from({ length: 5 }, () => {
      const chunks = Array.from({ length: 8 }, () => drawn(200));
      const hits = chunks.reduce((sum, m) => sum + Math.round(m.value! * 200), 0);
      return { reference: drawn(2000), current: accuracy(hits, 1600), chunks };
    });
    const decisions = measureDecisions(pairs);
    for (const one of decisions) assert.equal(one.fails, one.whole.outcome === 'fail' || one.chunks.includes('fail'));
    if (decisions.some((one) => one.fails)) alarms++;
  }
  // 5 % and two and a half standard errors.
  assert.ok(alarms / runs <= 0.08, `${alarms / runs}`);
});

test('runs of drops around a certain one are one failure, told as over once it recovered', () => {
  const judged = (chunk: number, value: number, dropped: boolean | null, certain = false) => ({ chunk, value, dropped, certain });
  const winter = failingChunks(
    [
      judged(0, 0.86, false),
      judged(1, 0.79, true),
      judged(2, 0.7, true, true),
      judged(3, 0.8, true),
      judged(4, 0.88, false),
      judged(5, 0.87, false),
    ],
    true,
  );
  assert.deepEqual(winter, { since: null, ended: [{ first: 1, last: 3, chunks: 3, worst: { chunk: 2, value: 0.7 } }] });
  const standing = failingChunks([judged(0, 0.86, false), judged(1, 0.7, true, true), judged(2, 0.71, true, true)], true);
  assert.deepEqual(standing, { since: 1, ended: [] });
  const chance = failingChunks([judged(0, 0.79, true), judged(1, 0.86, false)], true);
  assert.deepEqual(chance, { since: null, ended: [] }, 'without a certain drop there is no failure');
});

test('the headline is that of one primary measure; others that disagree for certain make it mixed', () => {
  const of = (...rows: Parameters<typeof evaluation>[0]) => modelVerdict(evaluation(rows));
  const held = row('roc_auc', 0.84, 0.838, 'pass');
  assert.deepEqual(of(held, row('accuracy', 0.9, 0.8, 'fail')), { kind: 'mixed', primary: 0, against: 1 });
  assert.deepEqual(of(row('roc_auc', 0.84, 0.8, 'fail'), row('f1', 0.6, 0.7, 'improved')), { kind: 'mixed', primary: 0, against: 1 });
  assert.equal(of(row('roc_auc', 0.84, 0.8, 'fail'), row('f1', 0.6, 0.5, 'fail')).kind, 'worse');
  assert.equal(of(row('roc_auc', 0.8, 0.84, 'improved'), row('f1', 0.6, 0.6, 'pass')).kind, 'better');
  assert.equal(of(undefinedRow('roc_auc', 'one_class'), row('balanced_accuracy', 0.8, 0.7, 'fail')).primary, 1);
});

test('one definition of an alarm: what fails at a severity, whatever is asked', async () => {
  const worse = await evaluated(
    binaryRows(4000, 61, () => 0.3),
    binaryRows(4000, 62),
  );
  assert.equal(outcome(worse.report).verdict, 'fail');
  assert.ok(outcome(worse.report, 'critical').alarms.every(({ severity }) => severity === 'critical'));
  const same = await evaluated(binaryRows(4000, 63), binaryRows(4000, 64));
  assert.equal(outcome(same.report).verdict, 'pass');
});

test('a column that is gone is an alarm, unless it is the target or left out', async () => {
  const past = binaryRows(3000, 65);
  const { age: _age, ...without } = binaryRows(3000, 66);
  const gone = await evaluated(without, past, { target: 'churned' });
  assert.deepEqual(
    outcome(gone.report, 'critical').alarms.map(({ code, column }) => [code, column]),
    [['quality/missing-column', 'age']],
  );
  const ignored = await evaluated(without, past, { target: 'churned' }, { spec: { columns: { ignore: ['age'] } } });
  assert.equal(outcome(ignored.report).verdict, 'pass');
  const { churned: _churned, ...unlabelled } = binaryRows(3000, 67);
  const waiting = await evaluated(unlabelled, past, { target: 'churned' });
  assert.deepEqual(outcome(waiting.report, 'critical').alarms, []);
});

test('a limit on a measure without a value, of another task, or on a drop that nothing can be compared with, fails and says why', async () => {
  const rows = binaryRows(800, 68);
  const { evaluation: found, report } = await evaluated(rows, null, {
    target: 'churned',
    limits: { mae: { max: 3 }, accuracy: { maxDrop: 0.02 } },
  });
  const of = (name: string) => found.measures.find(({ current }) => current.name === name)!;
  assert.deepEqual([of('mae').current.reason, of('mae').floor?.verdict, of('mae').floor?.reason], ['not_of_task', 'fail', 'no_value']);
  assert.equal(of('accuracy').floor?.reason, 'no_reference');
  assert.equal(outcome(report).verdict, 'fail');
  const { churned: _, ...unlabelled } = rows;
  const none = await evaluated(unlabelled, rows, { target: 'churned', limits: { accuracy: { min: 0.5 } } });
  assert.equal(none.evaluation.measures.find(({ current }) => current.name === 'accuracy')?.current.reason, 'no_labels');
  assert.equal(none.evaluation.verdict.kind, 'beyond');
});

test('months that the reference lacks, in the order they come; a month of a few days is not held', () => {
  const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;
  const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const unitMs = 86_400_000;
  const reference = { buckets: span(dayOf(2016, 5, 1), dayOf(2016, 10, 3)), unitMs };
  const current = { buckets: span(dayOf(2016, 10, 1), dayOf(2017, 6, 30)), unitMs };
  assert.deepEqual(seasonMonths(reference, current), { missing: [10, 11, 12, 1, 2, 3, 4], common: [5, 6] });
  assert.equal(seasonMonths({ buckets: span(0, 40), unitMs }, current), null, 'too short a reference has no calendar');
});
