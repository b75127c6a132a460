import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jensenShannonDistance } from '../../../src/core/stats/distances/jensenShannon.ts';
import { kullbackLeibler } from '../../../src/core/stats/distances/kullbackLeibler.ts';
import { psi } from '../../../src/core/stats/distances/psi.ts';
import { totalVariation } from '../../../src/core/stats/distances/totalVariation.ts';
import { wilson } from '../../../src/core/stats/intervals/wilson.ts';
import { categoricalDefault } from '../../../src/core/stats/tests/categoricalDefault.ts';
import { chiSquareHomogeneity } from '../../../src/core/stats/tests/chiSquareHomogeneity.ts';
import { fisherExact, fisherTail } from '../../../src/core/stats/tests/fisherExact.ts';
import { twoProportionZ } from '../../../src/core/stats/tests/twoProportion.ts';
import { chiSquareGoodnessOfFit } from '../../oracles/chiSquareGoodnessOfFit.ts';
import { hellinger } from '../../oracles/hellinger.ts';
import { lInfinity } from '../../oracles/lInfinity.ts';
import { rangeViolations } from '../../oracles/rangeViolations.ts';
import { unseenCategories } from '../../oracles/unseenCategories.ts';

test('distances: 0 for equal shares at any size, 1 for nothing in common, NaN without rows', () => {
  const equal = [
    [1, 2, 4],
    [1000, 2000, 4000],
  ] as const;
  assert.equal(totalVariation(...equal).tvd, 0);
  assert.equal(lInfinity(...equal), 0);
  assert.ok(jensenShannonDistance(...equal) < 1e-8);
  assert.ok(hellinger(...equal) < 1e-8);
  assert.ok(psi(equal[0], equal[1], 0) < 1e-30);
  const apart = [
    [7, 0],
    [0, 3],
  ] as const;
  for (const distance of [totalVariation(...apart).tvd, lInfinity(...apart), jensenShannonDistance(...apart), hellinger(...apart)]) {
    assert.equal(distance, 1);
  }
  assert.equal(kullbackLeibler(...apart), Number.POSITIVE_INFINITY);
  assert.equal(psi(apart[0], apart[1], 0), Number.POSITIVE_INFINITY);
  for (const distance of [
    totalVariation([1, 2], [0, 0]).corrected,
    lInfinity([], []),
    jensenShannonDistance([1, 2], [0, 0]),
    hellinger([0, 0], [1, 2]),
    kullbackLeibler([0], [1]),
    psi([], []),
  ]) {
    assert.ok(Number.isNaN(distance));
  }
});

test('total variation is noise-free only above its expectation', () => {
  const same = totalVariation([500, 500], [510, 490]);
  assert.ok(same.tvd > 0 && same.tvd < same.expected);
  assert.equal(same.corrected, 0);
  // 0.3 + 0.2 + 0.5 against 0.5 + 0.2 + 0.3: a fifth of the rows would have to move.
  const moved = totalVariation([3000, 2000, 5000], [5000, 2000, 3000]);
  assert.equal(moved.tvd, 0.2);
  assert.ok(moved.corrected > 0.199 && moved.corrected < 0.2);
});

test('chi-square: empty categories do not count; z² without correction; one category tells nothing', () => {
  assert.deepEqual(chiSquareHomogeneity([10, 0, 20], [15, 0, 5]), chiSquareHomogeneity([10, 20], [15, 5]));
  const { z, p } = twoProportionZ(10, 30, 15, 20);
  const square = chiSquareHomogeneity([10, 20], [15, 5]);
  assert.ok(Math.abs(z * z - square.statistic) < 1e-12);
  assert.ok(Math.abs(p - square.p) < 1e-12);
  assert.equal(chiSquareHomogeneity([5], [9]).p, 1);
  assert.equal(chiSquareHomogeneity([5, 5], [0, 0]).p, 1);
  assert.equal(chiSquareHomogeneity([], []).p, 1);
});

test('Fisher: all tables of small margins by enumeration, symmetries, far tails', () => {
  const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (const [a, b, c, d] of [
    [3, 1, 1, 3],
    [0, 5, 4, 1],
    [2, 7, 8, 2],
    [6, 2, 1, 4],
  ] as const) {
    const weight = (x: number) => choose(a + b, x) * choose(c + d, a + c - x);
    let extreme = 0;
    let total = 0;
    for (let x = 0; x <= a + c; x++) {
      total += weight(x);
      if (weight(x) <= weight(a) * (1 + 1e-7)) extreme += weight(x);
    }
    const { p, less, greater } = fisherExact(a, b, c, d);
    assert.ok(Math.abs(p - extreme / total) < 1e-12);
    assert.ok(Math.abs(less + greater - 1 - weight(a) / total) < 1e-12);
    assert.ok(Math.abs(fisherExact(c, d, a, b).p - p) < 1e-12);
    assert.ok(Math.abs(fisherExact(a, c, b, d).p - p) < 1e-12);
  }
  assert.equal(fisherExact(100_000, 0, 0, 100_000).p, 0);
  assert.equal(fisherExact(0, 0, 0, 0).p, 1);
});

test('categorical default: which test it takes, and that the order of categories does not matter', () => {
  assert.equal(categoricalDefault([50, 50], [40, 60]).method, 'chi_square');
  assert.equal(categoricalDefault([50, 2], [40, 1]).method, 'fisher_exact');
  assert.equal(categoricalDefault([500, 500, 0], [400, 400, 4]).method, 'chi_square_and_fisher');
  assert.equal(categoricalDefault([9], [4]).method, 'single_category');
  assert.equal(categoricalDefault([], []).p, 1);
  assert.equal(categoricalDefault([10, 0], [12, 0]).cells, 1);
  const forward = categoricalDefault([300, 100, 40, 2, 1, 0], [200, 120, 60, 0, 2, 9]);
  const backward = categoricalDefault([0, 1, 2, 40, 100, 300], [9, 2, 0, 60, 120, 200]);
  assert.ok(Math.abs(forward.p - backward.p) < 1e-15);
});

test('categorical default sees a rare category that becomes common in a small current', () => {
  // The case that plain pooling loses: a fifth of 200 rows in a category the reference of 50 000 has hardly.
  assert.ok(categoricalDefault([30_000, 19_998, 2], [96, 64, 40]).p < 1e-50);
});

test('goodness of fit: planned sizes in any unit; a cell planned empty', () => {
  assert.deepEqual(chiSquareGoodnessOfFit([40, 60], [1, 1]), chiSquareGoodnessOfFit([40, 60], [7, 7]));
  // (40 − 50)²/50 + (60 − 50)²/50.
  assert.equal(chiSquareGoodnessOfFit([40, 60], [1, 1]).statistic, 4);
  assert.equal(chiSquareGoodnessOfFit([1, 9], [0, 1]).p, 0);
  assert.equal(chiSquareGoodnessOfFit([0, 0], [1, 1]).p, 1);
});

test('proportions: degenerate shares, empty sides, Wilson bounds', () => {
  assert.deepEqual(twoProportionZ(0, 10, 0, 20), { z: 0, p: 1 });
  assert.ok(Number.isNaN(twoProportionZ(0, 0, 1, 2).p));
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
  assert.equal(wilson(0, 5).low, 0);
  assert.equal(wilson(5, 5).high, 1);
  const narrow = wilson(50, 100, 0.5);
  const wide = wilson(50, 100, 0.01);
  assert.ok(wide.low < narrow.low && narrow.high < wide.high);
});

test('range and unseen categories', () => {
  const result = rangeViolations(Float64Array.of(-1, 0, 5, 10, 11, Number.NaN, Number.POSITIVE_INFINITY), 0, 10);
  assert.deepEqual(result, { finite: 5, nonFinite: 2, outside: 2, share: 0.4 });
  assert.equal(rangeViolations(Float64Array.of(1), Number.NaN, Number.NaN).outside, 0);
  assert.equal(rangeViolations(new Float64Array(0), 0, 1).share, null);
  const seen = unseenCategories(
    new Map([
      ['a', 3],
      ['gone', 1],
      ['never', 0],
    ]),
    new Map([
      ['a', 1],
      ['new', 2],
      ['never', 1],
    ]),
  );
  assert.deepEqual(seen, { rows: 3, share: 0.75, unseen: ['new', 'never'], missing: ['gone'] });
});

test('the smaller tail of Fisher’s test is that of the whole test, small tables and large', () => {
  // Origin: fisherExact, which the golden fisher_exact_2x2 holds to scipy 1.10.1.
  for (const [a, b, c, d] of [
    [3, 7, 8, 2],
    [0, 12, 9, 14],
    [5, 5, 5, 5],
    [10, 0, 0, 10],
    [1, 30, 40, 3000],
    [8, 2, 3, 7],
    [2210, 7790, 19_500, 70_500],
    [1950, 8050, 19_800, 70_200],
    [400, 600, 15_000, 85_000],
    [0, 5, 0, 7],
  ] as const) {
    const { less, greater } = fisherExact(a, b, c, d);
    const expected = Math.min(less, greater);
    assert.ok(
      Math.abs(fisherTail(a, b, c, d) - expected) <= 1e-11 * expected,
      `${a} ${b} ${c} ${d}: ${fisherTail(a, b, c, d)}, ${expected}`,
    );
  }
});
