import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moments } from '../../../src/core/stats/samples/moments.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { NeumaierSum } from '../../../src/core/stats/samples/neumaierSum.ts';
import { quantileSorted } from '../../../src/core/stats/samples/quantile.ts';
import { binOf, countInBins, quantileEdges } from '../../../src/core/stats/samples/quantileBins.ts';
import { robustScale } from '../../../src/core/stats/samples/robustScale.ts';
import { kolmogorovSmirnovExact } from '../../../src/core/stats/tests/kolmogorovSmirnovExact.ts';
import { andersonDarling } from '../../oracles/andersonDarling.ts';
import { andersonDarlingKSample } from '../../oracles/andersonDarlingKSample.ts';
import { energyDistance } from '../../oracles/energyDistance.ts';
import { kolmogorovSmirnov } from '../../oracles/kolmogorovSmirnov.ts';
import { wasserstein } from '../../oracles/wasserstein.ts';

const of = (...values: number[]) => Float64Array.from(values).sort();
const none = new Float64Array(0);

function sample(seed: number, n: number, value: (u: number) => number = (u) => u): Float64Array {
  const next = mulberry32(seed);
  return Float64Array.from({ length: n }, () => value(next())).sort();
}

test('empty sides give NaN, never an error', () => {
  for (const [a, b] of [
    [none, of(1)],
    [of(1), none],
    [none, none],
  ] as const) {
    assert.ok(Number.isNaN(kolmogorovSmirnov(a, b).d));
    assert.ok(Number.isNaN(andersonDarling(a, b).p));
    assert.ok(Number.isNaN(wasserstein(a, b)));
    assert.ok(Number.isNaN(energyDistance(a, b)));
    assert.equal(andersonDarlingKSample([a, b]).p, 1);
  }
  assert.ok(Number.isNaN(quantileSorted(none, 0.5)));
  assert.equal(robustScale(none), null);
  assert.equal(moments(none).n, 0);
  assert.deepEqual([...countInBins(none, quantileEdges(none, 10))], [0]);
});

test('all pooled values equal: no difference, p 1; 0 and −0 are equal', () => {
  for (const [a, b] of [
    [of(5, 5, 5), of(5, 5)],
    [Float64Array.of(-0, -0), Float64Array.of(0, 0, 0)],
    [Float64Array.of(0), Float64Array.of(-0)],
  ] as const) {
    assert.deepEqual(andersonDarling(a, b), { a2: 0, p: 1 });
    const { d, p } = kolmogorovSmirnov(a, b);
    assert.deepEqual([d, p], [0, 1]);
    assert.equal(wasserstein(a, b), 0);
    assert.equal(energyDistance(a, b), 0);
  }
  assert.equal(robustScale(of(5, 5, 5)), null);
});

test('statistics do not depend on the order of the sides', () => {
  const a = sample(1, 300, (u) => Math.round(u * 40));
  const b = sample(2, 170, (u) => Math.round(u * 37));
  assert.equal(kolmogorovSmirnov(a, b).d, kolmogorovSmirnov(b, a).d);
  assert.equal(kolmogorovSmirnov(a, b).p, kolmogorovSmirnov(b, a).p);
  assert.equal(kolmogorovSmirnov(a, b).sign, -kolmogorovSmirnov(b, a).sign);
  assert.ok(Math.abs(andersonDarling(a, b).a2 - andersonDarling(b, a).a2) < 1e-12);
  assert.equal(wasserstein(a, b), wasserstein(b, a));
});

test('rank statistics ignore a monotone change of scale; Wasserstein follows it', () => {
  const a = sample(3, 200);
  const b = sample(4, 150, (u) => u * 1.1);
  const scaled = (x: Float64Array) => x.map((v) => 1000 * v - 7);
  assert.equal(kolmogorovSmirnov(scaled(a), scaled(b)).p, kolmogorovSmirnov(a, b).p);
  assert.equal(andersonDarling(scaled(a), scaled(b)).a2, andersonDarling(a, b).a2);
  assert.ok(Math.abs(wasserstein(scaled(a), scaled(b)) - 1000 * wasserstein(a, b)) < 1e-9);
});

test('Wasserstein of a pure shift is the shift, also on a large offset', () => {
  const a = sample(5, 1000);
  for (const offset of [0, 1e9]) {
    const moved = (by: number) => a.map((v) => v + offset + by);
    assert.ok(Math.abs(wasserstein(moved(0), moved(0.25)) - 0.25) < 1e-6);
  }
});

test('Anderson-Darling statistic equals its definition by direct summation', () => {
  const a = of(1, 2, 2, 4, 7, 9);
  const b = of(2, 3, 3, 8);
  // Scholz and Stephens (1987), equation 7, written out.
  const pooled = [...a, ...b];
  const values = [...new Set(pooled)].sort((x, y) => x - y);
  const N = pooled.length;
  let expected = 0;
  for (const side of [a, b]) {
    let sum = 0;
    for (const z of values) {
      const l = pooled.filter((v) => v === z).length;
      const B = pooled.filter((v) => v < z).length + l / 2;
      const M = side.filter((v) => v < z).length + side.filter((v) => v === z).length / 2;
      sum += ((l / N) * (N * M - side.length * B) ** 2) / (B * (N - B) - (N * l) / 4);
    }
    expected += sum / side.length;
  }
  expected *= (N - 1) / N;
  assert.ok(Math.abs(andersonDarling(a, b).a2 - expected) < 1e-12);
  assert.ok(Math.abs(andersonDarlingKSample([a, b]).a2 - expected) < 1e-12);
});

test('Anderson-Darling holds its level on equal laws', () => {
  let rejected = 0;
  for (let r = 0; r < 1000; r++) if (andersonDarling(sample(2 * r, 100), sample(2 * r + 1, 80)).p <= 0.05) rejected++;
  // Binomial(1000, 0.05): standard deviation 6.9, four of them either way.
  assert.ok(rejected > 22 && rejected < 78, `${rejected} of 1000`);
});

test('exact Kolmogorov-Smirnov p equals counting all arrangements', () => {
  for (const [n, m] of [
    [3, 5],
    [4, 4],
    [2, 6],
    [4, 6],
  ] as const) {
    const gaps: number[] = [];
    const walk = (i: number, j: number, most: number): void => {
      const gap = Math.max(most, Math.abs(i * m - j * n));
      if (i === n && j === m) gaps.push(gap);
      if (i < n) walk(i + 1, j, gap);
      if (j < m) walk(i, j + 1, gap);
    };
    walk(0, 0, 0);
    for (const gap of new Set(gaps)) {
      const share = gaps.filter((g) => g >= gap).length / gaps.length;
      assert.ok(Math.abs(kolmogorovSmirnovExact(n, m, gap / (n * m)) - share) < 1e-12, `${n}, ${m}, gap ${gap}`);
    }
  }
});

test('Kolmogorov-Smirnov p changes little where the exact form ends', () => {
  const a = sample(7, 10_000);
  const b = sample(8, 9_000, (u) => u + 0.012);
  const exact = kolmogorovSmirnov(a, b);
  const limit = kolmogorovSmirnov(a, b, 'asymptotic');
  assert.equal(exact.d, limit.d);
  assert.notEqual(exact.p, limit.p);
  assert.ok(Math.abs(exact.p / limit.p - 1) < 0.02);
});

test('quantiles: ends, single value, and an edge exactly on a data value', () => {
  assert.equal(quantileSorted(of(3), 0.7), 3);
  assert.equal(quantileSorted(of(1, 2, 3, 4), 0), 1);
  assert.equal(quantileSorted(of(1, 2, 3, 4), 1), 4);
  assert.equal(quantileSorted(of(1, 2, 3, 4), 0.5), 2.5);
  // (11 − 1) · 0.7 is 7 in real numbers: the eighth value, not something just below it.
  const values = Float64Array.from({ length: 11 }, (_, i) => (i + 1) / 10);
  assert.equal(quantileSorted(values, 0.7), 0.8);
});

test('bins: counts add up, agree with binOf, and are closed on the right', () => {
  const reference = sample(9, 997, (u) => Math.round(u * 60) / 10);
  const current = sample(10, 403, (u) => Math.round(u * 80) / 10);
  const edges = quantileEdges(reference, 10);
  const counts = countInBins(current, edges);
  const byOne = new Float64Array(edges.length + 1);
  for (const v of current) byOne[binOf(v, edges)]!++;
  assert.deepEqual(counts, byOne);
  assert.equal(
    counts.reduce((sum, c) => sum + c, 0),
    current.length,
  );
  assert.equal(binOf(edges[0]!, edges), 0);
  for (let i = 1; i < edges.length; i++) assert.ok(edges[i]! > edges[i - 1]!);
  assert.deepEqual([...quantileEdges(of(4, 4, 4, 4), 10)], [4]);
});

test('moments keep their digits on a large offset and call constants constant', () => {
  const small = sample(11, 500);
  const a = moments(small);
  const b = moments(small.map((v) => v + 2 ** 30));
  assert.ok(Math.abs(a.sd - b.sd) < 1e-6);
  const constant = moments(of(0.1, 0.1, 0.1));
  assert.deepEqual([constant.mean, constant.sd, constant.min, constant.max], [0.1, 0, 0.1, 0.1]);
  assert.ok(Number.isNaN(constant.skew) && Number.isNaN(constant.kurtosis));
  assert.ok(Number.isNaN(moments(of(3)).sd));
});

test('compensated sum: small terms survive a large one', () => {
  const sum = new NeumaierSum();
  for (const term of [1, 1e100, 1, -1e100]) sum.add(term);
  assert.equal(sum.value, 2);
});

test('robust scale: quartiles, else a wider range, else the standard deviation', () => {
  const normal = sample(12, 20_000, (u) => u);
  // Uniform: IQR ½.
  assert.ok(Math.abs(robustScale(normal)! - 0.5 / 1.3489795) < 0.01);
  assert.equal(robustScale(of(...Array(80).fill(0), ...Array(20).fill(3.29))), 1);
  const rare = of(...Array(99).fill(0), 10);
  assert.equal(robustScale(rare), moments(rare).sd);
});

test('a million rows: no overflow of integers or stack, and p as large as nothing moved deserves', () => {
  const a = sample(13, 500_000);
  const b = sample(14, 500_000);
  assert.ok(andersonDarling(a, b).p > 0.001);
  assert.ok(kolmogorovSmirnov(a, b).p > 0.001);
  assert.ok(wasserstein(a, b) < 0.002);
  const counts = countInBins(b, quantileEdges(a, 20));
  for (const count of counts) assert.ok(Math.abs(count - 25_000) < 1000);
});
