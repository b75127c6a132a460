import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockPermutation } from '../../../src/core/stats/blockPermutation.ts';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { totalVariation } from '../../../src/core/stats/totalVariation.ts';

function blocks(seed: number, count: number, bins: number, lean = 0): Float64Array[] {
  const next = mulberry32(seed);
  return Array.from({ length: count }, () => {
    const block = new Float64Array(bins);
    const rows = 40 + Math.floor(next() * 30);
    for (let i = 0; i < rows; i++) block[Math.min(bins - 1, Math.floor((next() + lean * next()) * bins))]!++;
    return block;
  });
}

function sum(of: readonly Float64Array[]): Float64Array {
  return of[0]!.map((_, k) => of.reduce((total, block) => total + block[k]!, 0));
}

test('the statistic is the total variation of the summed sides', () => {
  const all = blocks(1, 20, 8, 0.3);
  for (const reference of [3, 10, 17]) {
    const { statistic } = blockPermutation(all, reference, { permutations: 10, seed: 1 });
    const { tvd } = totalVariation(sum(all.slice(0, reference)), sum(all.slice(reference)));
    assert.ok(Math.abs(statistic - tvd) < 1e-12);
  }
});

test('p and null moments equal a plain full-shuffle implementation, whichever side is smaller', () => {
  const all = blocks(2, 18, 5, 0.2);
  for (const reference of [4, 9, 14]) {
    const options = { permutations: 300, seed: 42 };
    const result = blockPermutation(all, reference, options);
    // Written out: shuffle every place, sum both sides, compare shares.
    const next = mulberry32(options.seed);
    const distances: number[] = [];
    for (let r = 0; r < options.permutations; r++) {
      const order = all.map((_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      const side = (places: number[]) => sum(places.map((i) => all[i]!));
      distances.push(totalVariation(side(order.slice(0, reference)), side(order.slice(reference))).tvd);
    }
    const reached = distances.filter((d) => d >= result.statistic * (1 - 1e-12)).length;
    assert.equal(result.p, (1 + reached) / 301);
    assert.ok(Math.abs(result.nullMean - distances.reduce((total, d) => total + d, 0) / 300) < 1e-12);
  }
});

test('the seed decides; the same seed gives the same p', () => {
  const all = blocks(3, 24, 6);
  const p = (seed: number) => blockPermutation(all, 16, { permutations: 199, seed }).p;
  assert.equal(p(5), p(5));
  assert.ok(new Set([1, 2, 3, 4, 5].map(p)).size > 1);
});

test('identical sides give p 1; a side without blocks or rows gives no statistic', () => {
  const same = Array.from({ length: 14 }, () => [3, 1, 2]);
  assert.deepEqual(
    [blockPermutation(same, 7, { permutations: 99, seed: 1 }).statistic, blockPermutation(same, 7, { permutations: 99, seed: 1 }).p],
    [0, 1],
  );
  for (const [of, reference] of [
    [same, 0],
    [same, 14],
    [[], 0],
    [
      [
        [0, 0],
        [1, 2],
      ],
      1,
    ],
  ] as const) {
    const { statistic, p } = blockPermutation(of, reference, { permutations: 9, seed: 1 });
    assert.ok(Number.isNaN(statistic));
    assert.equal(p, 1);
  }
});

test('when nothing reaches the statistic it goes on, and stops at the first that does', () => {
  const all = [...blocks(4, 20, 6), ...blocks(5, 8, 6, 1.5)];
  const short = blockPermutation(all, 20, { permutations: 99, seed: 9 });
  assert.equal(short.p, 0.01);
  const long = blockPermutation(all, 20, { permutations: 99, seed: 9, resolveTo: 5000 });
  assert.equal(long.permutations, 5000);
  assert.equal(long.p, 1 / 5001);
  // 12 blocks, 3 current: one arrangement in 220 is as extreme, so one is soon met.
  const few = [...blocks(6, 9, 4), ...blocks(7, 3, 4, 1.5)];
  const met = blockPermutation(few, 9, { permutations: 2, seed: 3, resolveTo: 5000 });
  assert.ok(met.permutations > 2 && met.permutations < 5000);
  assert.equal(met.p, 2 / (met.permutations + 1));
});

test('blocks of equal law: p is spread evenly', () => {
  let low = 0;
  for (let r = 0; r < 200; r++) if (blockPermutation(blocks(100 + r, 16, 5), 11, { permutations: 99, seed: r }).p <= 0.1) low++;
  // Binomial(200, 0.1): standard deviation 4.2, four of them either way.
  assert.ok(low > 3 && low < 37, `${low} of 200`);
});
