import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '../../../src/core/measures/measure.ts';
import { sortedAbsoluteErrors } from '../../../src/core/measures/regression/absoluteErrors.ts';
import { regressionMeasures } from '../../../src/core/measures/regression/regressionMeasures.ts';
import { RegressionSums, regressionTotals } from '../../../src/core/measures/regression/regressionSums.ts';
import { rSquared } from '../../../src/core/measures/regression/rSquared.ts';
import { percentileInterval } from '../../../src/core/stats/intervals/bootstrap.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { errorByTarget } from '../../oracles/errorByTarget.ts';
import { errorHistogram } from '../../oracles/errorHistogram.ts';
import { pinballLoss } from '../../oracles/pinballLoss.ts';
import { PoissonBootstrap } from '../../oracles/poissonBootstrap.ts';

const near = (actual: number, expected: number, tolerance = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);
const by = (measures: readonly Measure[]) => new Map(measures.map((m) => [m.name as string, m]));

function sample(n: number, seed: number, offset = 0) {
  const next = mulberry32(seed);
  const targets = Float64Array.from({ length: n }, () => offset + 10 * next());
  const predictions = targets.map((y) => y + 2 * (next() + next() - 1) + 0.2);
  return { targets, predictions };
}

function measuresOf(targets: number[], predictions: number[]) {
  const [y, p] = [Float64Array.from(targets), Float64Array.from(predictions)];
  const measures = regressionMeasures(regressionTotals(y, p), { absoluteErrors: sortedAbsoluteErrors(y, p) });
  for (const m of measures) {
    assert.equal(m.value === null, m.reason !== null, m.name);
    assert.ok(!JSON.stringify(m, (_, v) => (typeof v === 'number' && !Number.isFinite(v) ? 'BAD' : v)).includes('BAD'), JSON.stringify(m));
  }
  return by(measures);
}

test('missing and infinite rows are left out and counted', () => {
  const totals = regressionTotals(
    Float64Array.of(1, 2, Number.NaN, 4, 5),
    Float64Array.of(1.5, Number.POSITIVE_INFINITY, 1, Number.NaN, 5),
  );
  assert.deepEqual([totals.rows, totals.missing, totals.notFinite], [2, 2, 1]);
  near(totals.abs, 0.5);
});

test('no rows, one row, a constant target, zero targets, negative values: null with the reason, never NaN', () => {
  assert.equal(measuresOf([], []).get('mae')!.reason, 'no_rows');
  const one = measuresOf([3], [5]);
  assert.deepEqual([one.get('mae')!.value, one.get('mae')!.interval, one.get('r2')!.value], [2, null, null]);
  assert.equal(measuresOf([2, 2, 2], [1, 2, 3]).get('r2')!.reason, 'constant_target');
  assert.equal(measuresOf([0, 0], [1, 0]).get('mape')!.reason, 'zero_target');
  assert.equal(measuresOf([0, 2], [1, 1]).get('mape')!.value, 0.5);
  assert.equal(measuresOf([-1, 2], [1, 1]).get('rmsle')!.reason, 'value_below_0');
  assert.equal(measuresOf([1, 2], [1, 2]).get('rmse')!.value, 0);
});

test('sums in blocks and with a large offset keep their digits', () => {
  const { targets, predictions } = sample(4000, 3, 1e9);
  const sums = new RegressionSums();
  sums.add(targets.subarray(0, 700), predictions.subarray(0, 700));
  sums.add(targets.subarray(700), predictions.subarray(700));
  const small = rSquared(
    regressionTotals(
      targets.map((y) => y - 1e9),
      predictions.map((p) => p - 1e9),
    ),
  )!;
  near(rSquared(sums.totals())!.value, small.value, 1e-10);
  near(rSquared(sums.totals())!.standardError / small.standardError, 1, 1e-8);
});

test('R² and RMSE: the delta method agrees with the bootstrap of the sums', () => {
  const { targets, predictions: even } = sample(1500, 4);
  // Larger errors far from the middle, so that they go together with the spread of the target.
  const predictions = even.map((p, i) => targets[i]! + (p - targets[i]!) * Math.abs(targets[i]! - 5));
  const measures = by(regressionMeasures(regressionTotals(targets, predictions)));
  const bootstrap = new PoissonBootstrap(3, 600, 5);
  for (let i = 0; i < 1500; i++) bootstrap.add([(predictions[i]! - targets[i]!) ** 2, targets[i]!, targets[i]! ** 2]);
  const spread = {
    r2: percentileInterval(bootstrap.evaluate((n, [e2, y, y2]) => 1 - e2! / (y2! - (y! * y!) / n)))!,
    rmse: percentileInterval(bootstrap.evaluate((n, [e2]) => Math.sqrt(e2! / n)))!,
  };
  for (const name of ['r2', 'rmse'] as const) {
    const { basis } = measures.get(name)!;
    assert.ok(basis?.kind === 'standard_error');
    near(basis.standardError / spread[name].standardError, 1, 0.1);
  }
});

test('weights: whole ones are copies of rows', () => {
  const { targets, predictions } = sample(60, 6);
  const weights = targets.map((_, i) => 1 + (i % 3));
  const copies = (of: Float64Array) => Float64Array.from(Array.from(of).flatMap((v, i) => new Array<number>(weights[i]!).fill(v)));
  const weighted = by(regressionMeasures(regressionTotals(targets, predictions, weights)));
  const repeated = by(regressionMeasures(regressionTotals(copies(targets), copies(predictions))));
  for (const [name, measure] of repeated) {
    near(weighted.get(name)!.value!, measure.value!, 1e-10);
    if (measure.interval)
      assert.ok(weighted.get(name)!.interval!.high - weighted.get(name)!.interval!.low > measure.interval.high - measure.interval.low);
  }
});

test('median and 95 % quantile have intervals around them', () => {
  const { targets, predictions } = sample(900, 7);
  const absoluteErrors = sortedAbsoluteErrors(targets, predictions);
  const measures = by(regressionMeasures(regressionTotals(targets, predictions), { absoluteErrors }));
  for (const name of ['median_absolute_error', 'absolute_error_quantile']) {
    const { value, interval } = measures.get(name)!;
    assert.ok(interval!.low < value! && value! < interval!.high);
  }
  assert.equal(measures.get('absolute_error_quantile')!.at, 0.95);
});

test('pinball loss is least at the quantile it is for', () => {
  const targets = Float64Array.from({ length: 100 }, (_, i) => i);
  const at = (p: number) => pinballLoss(targets, new Float64Array(100).fill(p), 0.9)!.mean;
  assert.ok(at(89.5) < at(80) && at(89.5) < at(97));
  assert.equal(pinballLoss(Float64Array.of(Number.NaN), Float64Array.of(1), 0.5), null);
});

test('histogram of errors holds every row; one wild error does not stretch it', () => {
  const { targets, predictions } = sample(2000, 8);
  predictions[5] = 1e12;
  const histogram = errorHistogram(targets, predictions)!;
  assert.equal(
    histogram.counts.reduce((s, c) => s + c, 0),
    2000,
  );
  assert.ok(histogram.edges.at(-1)! < 10 && histogram.above >= 1);
  assert.ok(histogram.edges[0]! <= 0);
  const constant = errorHistogram(Float64Array.of(1, 2), Float64Array.of(1, 2))!;
  assert.equal(
    constant.counts.reduce((s, c) => s + c, 0),
    2,
  );
  assert.equal(errorHistogram(new Float64Array(0), new Float64Array(0)), null);
});

test('errors by target decile: ten groups of equal size, fewer when targets repeat', () => {
  const { targets, predictions } = sample(1000, 9);
  const groups = errorByTarget(targets, predictions);
  assert.equal(groups.length, 10);
  assert.ok(groups.every((g) => g.rows === 100));
  assert.equal(errorByTarget(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3)).length, 1);
  near(errorByTarget(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))[0]!.bias, 1);
});
