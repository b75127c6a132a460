import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalQuantile } from '../../../src/core/stats/distributions/normal.ts';
import { studentTIsf } from '../../../src/core/stats/distributions/studentT.ts';
import { aucNewcombe } from '../../../src/core/stats/intervals/aucNewcombe.ts';
import { bootstrapCounts, percentileInterval } from '../../../src/core/stats/intervals/bootstrap.ts';
import { deLong } from '../../../src/core/stats/intervals/deLong.ts';
import { newcombe } from '../../../src/core/stats/intervals/newcombe.ts';
import { poisson } from '../../../src/core/stats/intervals/poisson.ts';
import { quantileInterval } from '../../../src/core/stats/intervals/quantileInterval.ts';
import { rowsToResolve } from '../../../src/core/stats/intervals/rowsToResolve.ts';
import { welch } from '../../../src/core/stats/intervals/welch.ts';
import { argsort } from '../../../src/core/stats/samples/argsort.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { scoreCounts } from '../../../src/core/stats/samples/scoreCounts.ts';
import { pairedDeLong } from '../../oracles/deLongPaired.ts';
import { mcnemar } from '../../oracles/mcnemar.ts';
import { PoissonBootstrap } from '../../oracles/poissonBootstrap.ts';

const near = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

test('argsort: order of a comparison sort, ties by position, −0 with 0, NaN last', () => {
  const next = mulberry32(3);
  for (const n of [0, 1, 300, 5000]) {
    const values = Float64Array.from({ length: n }, (_, i) => {
      const u = next();
      if (i % 50 === 7) return Number.NaN;
      if (i % 50 === 9) return i % 100 === 9 ? -0 : 0;
      return i % 50 === 11 ? Number.NEGATIVE_INFINITY : Math.round((u - 0.5) * 400) / 7;
    });
    const key = (i: number) => (Number.isNaN(values[i]) ? Number.POSITIVE_INFINITY : values[i]!);
    const expected = Array.from(values.keys()).sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
    assert.deepEqual(Array.from(argsort(values)), expected);
  }
});

test("Student's quantile: to 1e-13 where scipy 1.10.1 has 9 digits (Simpson's rule on the density gives 0.025 here)", () => {
  near(studentTIsf(0.025, 49), 2.009575237129239, 1e-12);
});

test('DeLong: equals the definition over all pairs', () => {
  const next = mulberry32(11);
  const scores = Float64Array.from({ length: 60 }, () => Math.floor(next() * 12));
  const positive = Uint8Array.from({ length: 60 }, (_, i) => (next() < 0.2 + scores[i]! / 24 ? 1 : 0));
  const ones = [...scores].filter((_, i) => positive[i] === 1);
  const zeros = [...scores].filter((_, i) => positive[i] === 0);
  const psi = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0);
  const mean = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const variance = (v: number[]) => v.reduce((s, x) => s + (x - mean(v)) ** 2, 0) / (v.length - 1);
  const v10 = ones.map((x) => mean(zeros.map((y) => psi(x, y))));
  const v01 = zeros.map((y) => mean(ones.map((x) => psi(x, y))));
  const result = deLong(scoreCounts(scores, positive))!;
  near(result.auc, mean(v10), 1e-14);
  near(result.variance, variance(v10) / ones.length + variance(v01) / zeros.length, 1e-14);
  const paired = pairedDeLong(positive, scores, scores)!;
  near(paired.variance1, result.variance, 1e-14);
  assert.deepEqual([paired.difference.z, paired.difference.pTwoSided], [0, 1]);
});

test('DeLong: fewer than two rows of a class have no variance', () => {
  assert.equal(deLong(scoreCounts(Float64Array.of(0.1, 0.2, 0.3), Uint8Array.of(0, 0, 1))), null);
  assert.equal(pairedDeLong(Uint8Array.of(0, 0, 1), Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)), null);
});

test("DeLong's and Newcombe's intervals cover a known AUC", () => {
  const next = mulberry32(5);
  const truth = 0.7602499389065233; // Φ(1/√2): normal scores one standard deviation apart.
  let covered = 0;
  let coveredNewcombe = 0;
  for (let r = 0; r < 400; r++) {
    const positive = Uint8Array.from({ length: 120 }, (_, i) => (i < 40 ? 1 : 0));
    const scores = Float64Array.from(positive, (y) => normalQuantile(next() + 2 ** -33) + y);
    const { auc, variance } = deLong(scoreCounts(scores, positive))!;
    if (Math.abs(auc - truth) <= 1.96 * Math.sqrt(variance)) covered++;
    const { low, high } = aucNewcombe(auc, 40, 80);
    if (truth >= low && truth <= high) coveredNewcombe++;
  }
  assert.ok(covered >= 366 && covered <= 394, `${covered} of 400`);
  assert.ok(coveredNewcombe >= 366, `${coveredNewcombe} of 400`);
});

test('Newcombe: an AUC of 1 has a width, of 10 and 10 rows more than of 100 and 100', () => {
  const small = aucNewcombe(1, 10, 10);
  const large = aucNewcombe(1, 100, 100);
  assert.equal(small.high, 1);
  assert.ok(small.low > 0.6 && small.low < 0.95 && large.low > small.low, `${small.low} ${large.low}`);
});

test('Newcombe: difference of shares as published (method 10, 56/70 − 48/80: 0.0524 to 0.3339)', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, case a.
  const { low, high } = newcombe(56, 70, 48, 80);
  near(low, 0.0524, 5e-5);
  near(high, 0.3339, 5e-5);
});

test('McNemar: exact below 25 disagreements, corrected chi-square from there', () => {
  assert.equal(mcnemar(12, 12).method, 'exact');
  assert.equal(mcnemar(12, 13).method, 'chi_square');
  near(mcnemar(1, 3).p, 0.625, 1e-12); // statsmodels mcnemar(exact=True) 0.13.5, goldens "tiny_b"
  assert.equal(mcnemar(0, 0).p, 1);
});

test('Welch: constant samples, single rows', () => {
  const constant = (mean: number) => ({ n: 5, mean, variance: 0 });
  assert.equal(welch(constant(1), constant(1))!.p, 1);
  assert.equal(welch(constant(2), constant(1))!.p, 0);
  assert.equal(welch(constant(2), constant(1))!.pGreater, 0);
  assert.equal(welch(constant(1), constant(2))!.pGreater, 1);
  assert.equal(welch({ n: 1, mean: 1, variance: Number.NaN }, constant(1)), null);
});

test('Poisson numbers: mean and variance on both branches', () => {
  for (const mean of [0.3, 4, 9.9, 10, 80, 5000]) {
    const next = mulberry32(17);
    const n = 40_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const k = poisson(mean, next);
      sum += k - mean;
      squares += (k - mean) ** 2;
    }
    const se = Math.sqrt(mean / n);
    near(sum / n, 0, 4 * se);
    near(squares / n / mean, 1, 0.04);
  }
  assert.equal(poisson(0, mulberry32(1)), 0);
});

test('bootstrap of counts and of rows in one pass: the standard error of a share', () => {
  const wanted = Math.sqrt((0.3 * 0.7) / 1000);
  const [shares] = bootstrapCounts(Float64Array.of(300, 700), ([a, b]) => [a! / (a! + b!)], { replicates: 2000, seed: 4 });
  near(percentileInterval(shares!)!.standardError / wanted, 1, 0.06);
  const streaming = new PoissonBootstrap(1, 1000, 4);
  for (let i = 0; i < 1000; i++) streaming.add([i < 300 ? 1 : 0]);
  const spread = percentileInterval(streaming.evaluate((rows, sums) => sums[0]! / rows))!;
  near(spread.standardError / wanted, 1, 0.08);
  near((spread.low + spread.high) / 2, 0.3, 0.005);
  const again = new PoissonBootstrap(1, 1000, 4);
  for (let i = 0; i < 1000; i++) again.add([i < 300 ? 1 : 0]);
  assert.deepEqual(
    again.evaluate((rows, sums) => sums[0]! / rows),
    streaming.evaluate((rows, sums) => sums[0]! / rows),
  );
});

test('percentile interval: resamples without a value are dropped and not counted', () => {
  assert.equal(percentileInterval([null, 1, 2, 3, Number.NaN])!.replicates, 3);
  assert.equal(percentileInterval([null, 1]), null);
});

test('order statistics cover the median', () => {
  const next = mulberry32(8);
  let covered = 0;
  for (let r = 0; r < 1000; r++) {
    const sorted = Float64Array.from({ length: 101 }, () => next()).sort();
    const { low, high } = quantileInterval(sorted, 0.5)!;
    if (low <= 0.5 && high >= 0.5) covered++;
  }
  assert.ok(covered >= 935 && covered <= 985, `${covered} of 1000`);
});

test('rows to resolve: a drop of two points is found four times in five at that many rows', () => {
  const reference = 20_000;
  const share = 0.9;
  const rows = rowsToResolve(0.02, (share * 0.1) / reference, share * 0.1)!;
  const next = mulberry32(21);
  let found = 0;
  for (let r = 0; r < 1000; r++) {
    const draw = (n: number, p: number) => (n * p + Math.sqrt(n * p * (1 - p)) * normalQuantile(next() + 2 ** -33)) / n;
    const drop = draw(reference, share) - draw(rows, share - 0.02);
    if (drop / Math.sqrt((share * (1 - share)) / reference + (share * (1 - share)) / rows) > 1.6449) found++;
  }
  assert.ok(found >= 760 && found <= 840, `${found} of 1000 at ${rows} rows`);
  assert.equal(rowsToResolve(0.02, 0.01, 0.09), null);
});
