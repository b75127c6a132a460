import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProfileKernel } from '../../../src/core/stats/kernel/profileKernel.ts';

function profileOf(...parts: readonly Float64Array[]) {
  const kernel = new ProfileKernel(2);
  for (const part of parts) {
    kernel.add(0, Float64Array.of(1e9));
    kernel.add(1, part);
  }
  return kernel.result(1);
}

test('distinct values: exact while few, within 8 % when many', () => {
  const few = profileOf(
    Float64Array.from({ length: 100_000 }, (_, i) => (i % 14_000) / 8),
    Float64Array.of(-0, Number.NaN),
  );
  assert.deepEqual([few.distinct, few.exact, few.missing], [14_000, true, 1]);
  for (const many of [14_001, 20_000, 300_000, 1_000_000]) {
    for (const make of [(i: number) => i, (i: number) => i * 1e-3, (i: number) => i * 4096, (i: number) => Math.sin(i)]) {
      const { distinct, exact } = profileOf(Float64Array.from({ length: many }, (_, i) => make(i)));
      assert.ok(!exact && Math.abs(distinct / many - 1) < 0.08, `${distinct} of ${many}`);
    }
  }
});

test('range, whole numbers, NaN and infinite values, each column by itself', () => {
  assert.deepEqual(profileOf(Float64Array.of(3, -0, 0, Number.NaN), Float64Array.of(-7, Number.NEGATIVE_INFINITY, 3)), {
    missing: 1,
    infinities: 1,
    min: -7,
    max: 3,
    whole: true,
    distinct: 4,
    exact: true,
  });
  assert.equal(profileOf(Float64Array.of(1, 2.5)).whole, false);
  assert.equal(profileOf(Float64Array.of(1e300, 2 ** 60)).whole, true);
  const none = profileOf(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY));
  assert.deepEqual([none.min > none.max, none.whole, none.missing, none.infinities], [true, true, 1, 1]);
});
