import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SortKernel } from '../../../src/core/stats/kernel/sortKernel.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { andersonDarling } from '../../oracles/andersonDarling.ts';
import { kolmogorovSmirnov } from '../../oracles/kolmogorovSmirnov.ts';
import { wasserstein } from '../../oracles/wasserstein.ts';
import { comparedSamples } from './comparedSamples.ts';

const random = mulberry32(4);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const shapes: Readonly<Record<string, (i: number) => number>> = {
  'both signs': () => random() - 0.5,
  normal,
  'whole range of exponents': () => (random() - 0.5) * 10 ** (random() * 600 - 300),
  'a range that overflows': () => (random() - 0.5) * Number.MAX_VALUE * 2,
  'subnormal and zero': () => Math.round(random() * 3) * Number.MIN_VALUE,
  'one far away': (i) => (i === 3 ? 1e12 : random()),
  'equal upper halves, positive': () => 1e15 + Math.floor(random() * 1e6),
  'equal upper halves, negative': () => -1e15 - Math.floor(random() * 1e6),
  'mostly one value, others very near': () => (random() < 0.7 ? 0 : random() * 1e-9 + (random() < 0.001 ? 1 : 0)),
  'all but a few in one narrow cell': (i) => (i % 1000 === 0 ? random() : 0.5 + random() * 1e-6),
  'few values': () => Math.floor(random() * 3),
  constant: () => 7,
  ascending: (i) => i,
  descending: (i) => -i,
};

/** A kernel with the values as its second sample. */
function kernelOf(values: Float64Array, tagBytes: 0 | 2 | 4): SortKernel {
  const kernel = new SortKernel();
  kernel.reserve({ lengths: [0, values.length], tagBytes, tagValues: 1, places: false });
  kernel.values(1).set(values);
  return kernel;
}

for (const [shape, value] of Object.entries(shapes)) {
  test(`sorts as the language does and keeps each tag at its value, in order among equals: ${shape}`, () => {
    for (const length of [0, 1, 2, 23, 24, 30, 700, 20_000, 200_001]) {
      const values = Float64Array.from({ length }, (_, i) => value(i) + 0);
      const expected = values.slice().sort();
      for (const tagBytes of length > 65_536 ? ([0, 4] as const) : ([0, 2, 4] as const)) {
        const kernel = kernelOf(values, tagBytes);
        const tags = kernel.tags(1);
        for (let i = 0; i < length; i++) if (tags !== null) tags[i] = i;
        kernel.sort(1, length);
        const found = kernel.values(1);
        assert.deepEqual(found, expected);
        if (tags === null) continue;
        for (let i = 0; i < length; i++) {
          if (values[tags[i]!] !== found[i]) assert.fail(`tag ${i} has left its value`);
          if (i > 0 && found[i - 1] === found[i] && tags[i - 1]! >= tags[i]!) assert.fail(`equal values at ${i} have changed places`);
        }
      }
    }
  });
}

test('sorts the first values only, and leaves tags alone when asked to', () => {
  const kernel = kernelOf(Float64Array.of(3, 1, 2, 9, 8), 2);
  const tags = kernel.tags(1)!;
  tags.set([10, 11, 12, 13, 14]);
  kernel.sort(1, 3, false);
  assert.deepEqual([...kernel.values(1)], [1, 2, 3, 9, 8]);
  assert.deepEqual([...tags], [10, 11, 12, 13, 14]);
});

test('room may be asked for again, larger and smaller', () => {
  const kernel = new SortKernel();
  for (const length of [10, 300_000, 50]) {
    kernel.reserve({ lengths: [length, length], tagBytes: 4, tagValues: 1, places: true });
    for (const which of [0, 1] as const) {
      kernel.values(which).forEach((_, i, all) => {
        all[i] = length - i;
      });
      kernel.sort(which, length);
    }
    assert.equal(kernel.values(0)[0], 1);
    assert.equal(kernel.compare(length, length).d, 0);
  }
});

// The walks that take one statistic at a time have goldens of their own.
for (const [shape, value] of Object.entries(shapes)) {
  test(`compares with the same digits as the plain walks: ${shape}`, () => {
    for (const [n, m] of [
      [1, 1],
      [5, 900],
      [900, 5],
      [3000, 2500],
    ] as const) {
      const [a, b] = [n, m].map((length) => Float64Array.from({ length }, (_, i) => value(i) + 0).sort()) as [Float64Array, Float64Array];
      const { whole, places } = comparedSamples(a, b);
      const ks = kolmogorovSmirnov(a, b);
      const ad = andersonDarling(a, b);
      assert.deepEqual(whole, { d: ks.d, at: ks.at, wasserstein: wasserstein(a, b), a2: ad.a2, p: ad.p });
      b.forEach((x, j) => {
        const below = a.findIndex((y) => y >= x);
        if (places[j] !== (below === -1 ? n : below)) assert.fail(`place of ${x}`);
      });
    }
  });
}

test('keeps finite values with their tags and counts what is missing by tag', () => {
  const values = [3, Number.NaN, -0, Number.POSITIVE_INFINITY, 5, Number.NaN, Number.NEGATIVE_INFINITY, Number.NaN];
  for (const tagBytes of [2, 4] as const) {
    const kernel = new SortKernel();
    kernel.reserve({ lengths: [8, 0], tagBytes, tagValues: 3, places: false });
    kernel.values(0).set(values);
    kernel.tags(0)!.set([0, 1, 2, 0, 1, 2, 0, 1]);
    const { count, missing } = kernel.keepFinite(0, true);
    assert.equal(count, 3);
    assert.deepEqual([...missing], [0, 2, 1]);
    assert.deepEqual([...kernel.tags(0)!.subarray(0, 3)], [0, 2, 1]);
    assert.ok([3, 0, 5].every((x, i) => Object.is(kernel.values(0)[i], x)));
    kernel.values(0).set(values);
    assert.deepEqual([...kernel.keepFinite(0, false).missing], [3, 0, 0]);
  }
});
