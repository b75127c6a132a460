import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanInflation } from '../../../src/core/stats/blocks/meanInflation.ts';
import { runSpread } from '../../../src/core/stats/blocks/runSpread.ts';
import { expectedDistance, moveEvidence } from '../../../src/core/stats/distances/movedShare.ts';
import { shareAngle } from '../../../src/core/stats/distances/shareAngle.ts';
import { spreadMove } from '../../../src/core/stats/distances/spreadMove.ts';
import { fSf } from '../../../src/core/stats/distributions/fDistribution.ts';
import { fQuantile } from '../../../src/core/stats/distributions/fQuantile.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { hypergeometricDeviation } from '../../../src/core/stats/tests/hypergeometricDeviation.ts';

test('the F quantile undoes the F tail, for few and fractional degrees of freedom too', () => {
  for (const [dfn, dfd] of [
    [1, 1.04],
    [1.12, 7.85],
    [3.4, 26],
    [9, 400],
  ] as const)
    for (const upper of [0.9, 0.5, 0.05, 0.0008, 1e-12])
      assert.ok(Math.abs(fSf(fQuantile(upper, dfn, dfd), dfn, dfd) / upper - 1) < 1e-6, `${upper} ${dfn} ${dfd}`);
  // scipy 1.17.1: f.isf(0.05, 3, 10) = 3.7082648190468435.
  assert.ok(Math.abs(fQuantile(0.05, 3, 10) - 3.7082648190468435) < 1e-8);
});

test('the inflation of a mean of neighbours is the sum that it is', () => {
  for (const [m, r] of [
    [1, 0.5],
    [2, 0.5],
    [7, 0.8],
    [30, 0.95],
  ] as const) {
    let sum = 1;
    for (let j = 1; j < m; j++) sum += 2 * (1 - j / m) * r ** j;
    assert.ok(Math.abs(meanInflation(m, r) - sum) < 1e-12 * sum, `${m} ${r}`);
  }
});

test('the deviation of a hypergeometric count is the sum over its values', () => {
  const choose = (n: number, k: number): number => {
    let product = k < 0 || k > n ? 0 : 1;
    for (let i = 1; i <= k; i++) product *= (n - k + i) / i;
    return product;
  };
  for (const [all, marked, drawn] of [
    [10, 3, 4],
    [20, 10, 10],
    [50, 1, 7],
    [50, 49, 7],
    [60, 20, 30],
  ] as const) {
    let sum = 0;
    for (let x = 0; x <= Math.min(marked, drawn); x++)
      sum += (Math.abs(x - (marked * drawn) / all) * choose(marked, x) * choose(all - marked, drawn - x)) / choose(all, drawn);
    assert.ok(Math.abs(hypergeometricDeviation(all, marked, drawn) - sum) < 1e-11, `${all} ${marked} ${drawn}`);
  }
});

test('369 names in 1,300 rows: what rows drawn at random show is expected, not told as moved', () => {
  const random = mulberry32(3);
  const names = 369;
  const draw = (rows: number): Float64Array => {
    const counts = new Float64Array(names);
    for (let i = 0; i < rows; i++) counts[Math.floor(random() ** 2 * names)]!++;
    return counts;
  };
  const distances = Array.from({ length: 60 }, () => {
    const evidence = moveEvidence(draw(900), draw(400));
    return { tvd: evidence.tvd, expected: expectedDistance(evidence, 1) };
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [tvd, expected] = [mean(distances.map((one) => one.tvd)), mean(distances.map((one) => one.expected))];
  assert.ok(tvd > 0.2 && Math.abs(expected / tvd - 1) < 0.03, `${tvd} ${expected}`);
});

test('kinds of pooled counts that are put together expect a little more noise, never less', () => {
  const random = mulberry32(5);
  const counts = () => Float64Array.from({ length: 500 }, (_, i) => Math.floor(random() * (3000 / (1 + i))));
  for (let round = 0; round < 20; round++) {
    const [a, b] = [counts(), counts()];
    for (const phi of [1, 3, 30]) {
      const exact = expectedDistance({ ...moveEvidence(a, b, Number.POSITIVE_INFINITY), chance: 0 }, phi);
      const kept = expectedDistance({ ...moveEvidence(a, b), chance: 0 }, phi);
      assert.ok(kept >= exact * (1 - 1e-12) && kept <= exact * 1.1, `${kept} ${exact}`);
    }
  }
});

test('independent rows: runs differ by no more than their rows do, and neighbours are not correlated', () => {
  const random = mulberry32(11);
  const runs = 400;
  const rows = new Float64Array(runs).fill(200);
  const z = Float64Array.from({ length: runs }, () => {
    let hits = 0;
    for (let i = 0; i < 200; i++) if (random() < 0.1) hits++;
    return shareAngle(hits / 200);
  });
  const { gamma, total, d, nu, rc } = runSpread(z, rows, 1, null, true);
  // An angle of 200 rows has the variance 1 / 200 whatever the share.
  assert.ok(Math.abs(total * 200 - 1) < 0.25 && gamma < 0.25 * total, `${total * 200} ${gamma / total}`);
  assert.deepEqual([d, nu], [runs - 1, 1]);
  assert.ok(rc < 0.6);
});

test('weekdays are taken out in the season form: what is left are the days themselves', () => {
  const random = mulberry32(13);
  const runs = 70;
  const rows = new Float64Array(runs).fill(100);
  const make = () => Float64Array.from({ length: runs }, (_, day) => Math.sin((2 * Math.PI * day) / 7) + 0.01 * random());
  const phases = Float64Array.from({ length: runs }, (_, day) => day % 7);
  const plain = runSpread(make(), rows, 1, null, true);
  const season = runSpread(make(), rows, 1, phases, true);
  assert.equal(season.d, runs - 7);
  assert.ok(season.gamma < plain.gamma / 100);
});

test('a move spread over all values keeps the sum and moves what it says', () => {
  const { before, after, most } = spreadMove([0.1, 0.4, 0, 0.3, 0.2]);
  assert.deepEqual(before, [0.4, 0.3, 0.2, 0.1]);
  const moved = after(0.15);
  assert.ok(Math.abs(moved.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
  assert.ok(Math.abs(moved.reduce((sum, share, i) => sum + Math.abs(share - before[i]!), 0) / 2 - 0.15) < 1e-12);
  assert.ok(Math.abs(most - 0.6) < 1e-12);
  assert.deepEqual(spreadMove([1]).after(0.1), [0.9, 0.1]);
});
