import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abnormalChange, abnormalPredictions } from '../../../../src/core/sections/predictions/compute/abnormalPredictions.ts';
import { behaviourOf, compareBehaviour } from '../../../../src/core/sections/predictions/compute/chunkBehaviour.ts';
import { classShareChange, topShare } from '../../../../src/core/sections/predictions/compute/classShares.ts';
import { confidenceOf, confidenceShift } from '../../../../src/core/sections/predictions/compute/confidence.ts';
import { bothClasses } from '../../../../src/core/sections/predictions/compute/probabilities.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { breachAlarms } from '../../../oracles/breachAlarms.ts';
import { dynamicThreshold } from '../../../oracles/dynamicThreshold.ts';
import { scoreChange, scoreDistribution, sortedScores } from '../../../oracles/scoreDistribution.ts';
import { normals } from '../estimate/samples.ts';

const of = (...values: number[]) => Float64Array.from(values);
const NaNs = Number.NaN;

test('rows that are no distribution are left out of the confidence', () => {
  const good = confidenceOf([of(0.7, 0.2), of(0.3, 0.8)]);
  const mixed = confidenceOf([of(0.7, NaNs, 1.2, 0.5, 0.2, -0.1), of(0.3, 0.5, -0.2, 0.1, 0.8, 1.1)]);
  assert.deepEqual(mixed, good);
  assert.equal(mixed.n, 2);
});

test('without usable rows figures are null, not 0', () => {
  const empty = confidenceOf([of(), of()]);
  assert.deepEqual([empty.meanEntropy, empty.meanConfidence, empty.lowConfidenceShare, empty.meanMargin], [null, null, null, null]);
  assert.equal(confidenceShift(empty, confidenceOf([of(0.5), of(0.5)])), null);
  assert.equal(topShare([0, 0]), null);
  const change = compareBehaviour(behaviourOf([of(), of()]), behaviourOf([of(0.5), of(0.5)]));
  assert.deepEqual([change.confidence, change.entropy], [null, null]);
});

test('low confidence is strictly below the limit', () => {
  assert.equal(confidenceOf(bothClasses(of(0.6, 0.599, 0.9))).lowConfidenceShare, 1 / 3);
  assert.equal(confidenceOf(bothClasses(of(0.6, 0.599, 0.9)), 0.95).lowConfidenceShare, 1);
});

// Welch's formula by hand: standard error √(0.0202 / 3 / 4 + 0.01 / 3) = 0.0708, 3.87 degrees of freedom; t tables: 2.776 at 4, 3.182 at 3.
test('shift of the mean confidence with its Welch interval', () => {
  const reference = confidenceOf(bothClasses(of(0.9, 0.8, 0.95, 0.99)));
  const current = confidenceOf(bothClasses(of(0.6, 0.7, 0.8)));
  const { shift, low, high } = confidenceShift(reference, current)!;
  assert.ok(Math.abs(shift + 0.21) < 1e-12);
  const se = Math.sqrt(0.01 / 3 + (0.01 ** 2 + 0.11 ** 2 + 0.04 ** 2 + 0.08 ** 2) / 3 / 4);
  assert.ok(Math.abs((high! - low!) / 2 / se - 2.8) < 0.1, `t ${(high! - low!) / 2 / se}`);
  assert.deepEqual(confidenceShift(confidenceOf([of(1, 1)]), confidenceOf([of(1, 1)])), { shift: 0, low: 0, high: 0 });
  assert.equal(confidenceShift(reference, confidenceOf([of(1), of(0)]))!.low, null, 'one row has no deviation');
});

test('the interval of the shift holds 0 in 95 % of the comparisons where nothing moved', () => {
  const random = mulberry32(3);
  let outside = 0;
  const runs = 1000;
  const draw = () => confidenceOf(bothClasses(Float64Array.from({ length: 60 }, random)));
  for (let r = 0; r < runs; r++) {
    const { low, high } = confidenceShift(draw(), draw())!;
    if (low! > 0 || high! < 0) outside++;
  }
  assert.ok(outside > 25 && outside < 80, `${outside} of ${runs}`);
});

test('abnormal predictions: each row once, by the first thing wrong with it', () => {
  const found = abnormalPredictions(
    [
      [0.5, null, NaNs, Number.POSITIVE_INFINITY, 1.5, 0.5, 0.5],
      [0.5, NaNs, 0.5, 0.5, -0.5, 0.4, 0.5005],
    ],
    true,
  );
  assert.deepEqual(found, { rows: 7, missing: 1, notANumber: 1, infinite: 1, outOfRange: 1, notSummingToOne: 1, abnormal: 5 });
  assert.equal(abnormalPredictions([[-3, 250]], false).abnormal, 0, 'predicted numbers have no range');
  assert.equal(abnormalPredictions([[0.3, 0.2]], true).abnormal, 0, 'one score need not sum to 1');
  const { change, p } = abnormalChange({ ...found, rows: 1000, abnormal: 5 }, { ...found, rows: 1000, abnormal: 50 });
  assert.ok(Math.abs(change - 0.045) < 1e-12 && p < 1e-6);
});

test('predicted classes: a class that disappears is a move with its test', () => {
  const same = classShareChange([500, 500], [50, 50]);
  assert.deepEqual([same.tvd, same.tvdCorrected, same.p], [0, 0, 1]);
  const moved = classShareChange([500, 500], [100, 0]);
  assert.equal(moved.tvd, 0.5);
  assert.ok(moved.p < 1e-12 && moved.tvdCorrected > 0.45 && Number.isFinite(moved.klCurrentReference));
  assert.equal(topShare([1, 6, 3], 2), 0.9);
});

test('scores: distribution of the finite ones, change against reference quantiles', () => {
  const normal = normals(mulberry32(9));
  const reference = sortedScores(Float64Array.from({ length: 2000 }, normal));
  const current = sortedScores(Float64Array.from({ length: 2000 }, () => normal() + 0.5));
  const moved = scoreChange(reference, current);
  // A shift of half a deviation moves 2 Φ(0.25) − 1 = 19.7 % of the rows.
  assert.ok(moved.tvd > 0.15 && moved.tvd < 0.24 && moved.p < 1e-10, JSON.stringify(moved));
  assert.ok(scoreChange(reference, sortedScores(Float64Array.from({ length: 2000 }, normal))).tvdCorrected < 0.05);
  const { n, quantiles } = scoreDistribution(sortedScores(of(3, 1, NaNs, 2, Number.POSITIVE_INFINITY)));
  assert.deepEqual([n, quantiles[2]], [3, 2]);
  assert.ok(Number.isNaN(scoreDistribution(of()).mean));
});

test('dynamic threshold: NaN has no limit and counts for none', () => {
  const values = [1, 2, NaNs, 3, 100];
  const { thresholds, isBreach } = dynamicThreshold(values, { window: 3, fewest: 3, quantile: 1 });
  assert.deepEqual(thresholds, [null, null, null, null, 3]);
  assert.deepEqual(isBreach, [false, false, false, false, true]);
});

test('alarms are rarer than breaches where nothing happens, and come at a jump', () => {
  const normal = normals(mulberry32(4));
  const quiet = Array.from({ length: 2000 }, normal);
  const limit = dynamicThreshold(quiet);
  const alarms = breachAlarms(quiet, limit).filter(Boolean).length;
  const breaches = limit.isBreach.filter(Boolean).length;
  assert.ok(breaches > 60, 'a 95 % limit is passed all the time');
  assert.ok(alarms < breaches / 8, `${alarms} alarms of ${breaches} breaches`);
  const jump = [...quiet.slice(0, 100), 20, ...quiet.slice(100, 110)];
  assert.equal(breachAlarms(jump, dynamicThreshold(jump))[100], true);
  // A small, lasting rise: the third breach of five.
  const rise = [...Array.from({ length: 30 }, (_, i) => ((7 * i) % 10) / 10), 0.95, 0.2, 0.96, 0.3, 0.97];
  assert.deepEqual(breachAlarms(rise, dynamicThreshold(rise)).slice(30), [false, false, false, false, true]);
});
