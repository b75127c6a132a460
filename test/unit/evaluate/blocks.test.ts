import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuresByBlock } from '../../../src/core/evaluate/measuresByBlock.ts';
import type { MeasureContext } from '../../../src/core/evaluate/measuresOf.ts';
import type { Predictions } from '../../../src/core/evaluate/predictions.ts';
import { measureDifference } from '../../../src/core/performance/measureDifference.ts';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { normalQuantile } from '../../../src/core/stats/normal.ts';

const context: MeasureContext = { task: 'binary', classes: 2, positive: 1, k: 10, byRank: false, items: null };

/** Days of rows whose predictions are right with a chance that differs by day (SD on the probit scale), 0.8 on average. */
function days(count: number, perDay: number, sd: number, random: () => number): Predictions {
  const rows = count * perDay;
  const actual = new Int32Array(rows);
  const predicted = new Int32Array(rows);
  const blockOf = new Int32Array(rows);
  for (let day = 0; day < count; day++) {
    const effect = sd * normalQuantile(Math.max(1e-9, random()));
    for (let i = day * perDay; i < (day + 1) * perDay; i++) {
      actual[i] = random() < 0.5 ? 1 : 0;
      // Φ(0.8416 · √(1 + sd²) + effect) is 0.8 on average.
      const right = normalQuantile(Math.max(1e-12, random())) < 0.8416 * Math.sqrt(1 + sd * sd) + effect;
      predicted[i] = right ? actual[i]! : 1 - actual[i]!;
      blockOf[i] = day;
    }
  }
  return {
    rows,
    chunkOf: null,
    blockOf,
    weights: null,
    actual,
    predicted,
    scores: [],
    target: null,
    forecast: null,
    users: null,
    items: null,
  };
}

const accuracyOf = (p: Predictions, reference: Parameters<typeof measuresByBlock>[2]) => {
  const found = measuresByBlock(p, context, reference);
  return { measure: found.measures.find(({ name }) => name === 'accuracy')!, spread: found.spread };
};

test('where days differ the 95 % interval of a change covers as often as it says (calibration study, sections 8 and 13)', () => {
  const random = mulberry32(20261130);
  let covered = 0;
  let byRows = 0;
  const runs = 400;
  for (let run = 0; run < runs; run++) {
    const reference = days(28, 100, 0.2, random);
    const current = days(30, 100, 0.2, random);
    const past = accuracyOf(reference, null);
    const { interval } = measureDifference(past.measure, accuracyOf(current, past.spread).measure)!;
    if (interval!.low <= 0 && 0 <= interval!.high) covered++;
    const plain = (p: Predictions) => accuracyOf({ ...p, blockOf: null }, null).measure;
    const rows = measureDifference(plain(reference), plain(current))!.interval!;
    if (rows.low <= 0 && 0 <= rows.high) byRows++;
  }
  // 0.93 to 0.98 of 1,000 in the study; 400 runs have a standard error of 1.1 points.
  assert.ok(covered / runs >= 0.92 && covered / runs <= 0.99, `by day ${covered / runs}`);
  assert.ok(byRows / runs < 0.88, `by rows ${byRows / runs}`);
});

test('a window of few days takes how days differ from the reference; without days rows are independent', () => {
  const random = mulberry32(7);
  const past = accuracyOf(days(60, 100, 0.3, random), null);
  const window = days(3, 100, 0.3, random);
  const found = accuracyOf(window, past.spread).measure;
  assert.equal(found.interval?.method, 'by_block');
  const rows = accuracyOf({ ...window, blockOf: null }, past.spread).measure;
  assert.equal(rows.interval?.method, 'wilson');
  assert.ok(found.interval!.high - found.interval!.low > 1.3 * (rows.interval!.high - rows.interval!.low));
  assert.equal(accuracyOf(days(3, 100, 0.3, random), null).measure.interval?.method, 'wilson', 'three days of a reference say nothing');
});
