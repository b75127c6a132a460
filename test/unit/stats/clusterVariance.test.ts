import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterVariance, jackknifeVariance } from '../../../src/core/stats/blocks/clusterVariance.ts';

test('cluster variance of a mean: by hand from the sums of three days', () => {
  // Days of 2, 3 and 1 rows with values (1, 0), (1, 1, 1), (0): mean 4/6; sums of (x − mean) / 6 by day.
  const sums = Float64Array.of((1 + 0 - 8 / 6) / 6, (3 - 12 / 6) / 6, (0 - 4 / 6) / 6);
  const mean = (sums[0]! + sums[1]! + sums[2]!) / 3;
  const expected = 1.5 * ((sums[0]! - mean) ** 2 + (sums[1]! - mean) ** 2 + (sums[2]! - mean) ** 2);
  const found = clusterVariance(sums, Uint8Array.of(1, 1, 1))!;
  assert.ok(Math.abs(found.variance - expected) < 1e-15);
  assert.equal(found.clusters, 3);
});

test('days without rows do not count; one day says nothing', () => {
  assert.equal(clusterVariance(Float64Array.of(0.1, 0, -0.1), Uint8Array.of(1, 0, 1))?.clusters, 2);
  assert.equal(clusterVariance(Float64Array.of(0.1, 0), Uint8Array.of(1, 0)), null);
});

test('leaving one out gives the variance of a mean of equal groups exactly', () => {
  const values = [2, 4, 9, 5];
  const total = values.reduce((sum, x) => sum + x, 0);
  const without = values.map((x) => (total - x) / 3);
  const mean = total / 4;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3 / 4;
  assert.ok(Math.abs(jackknifeVariance(without)!.variance - variance) < 1e-12);
  assert.equal(jackknifeVariance([1, null]), null);
});
