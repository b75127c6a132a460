import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeRuns } from '../../../src/core/drift/mergeRuns.ts';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';

test('merged runs are the sorted whole, for any number and length of runs', () => {
  const random = mulberry32(7);
  for (let round = 0; round < 200; round++) {
    const runs = 1 + Math.floor(random() * 12);
    const starts = new Int32Array(runs + 1);
    for (let k = 0; k < runs; k++) starts[k + 1] = starts[k]! + Math.floor(random() * random() * 20);
    const values = Float64Array.from({ length: starts[runs]! }, () => Math.floor(random() * 10) - 5);
    for (let k = 0; k < runs; k++) values.subarray(starts[k]!, starts[k + 1]!).sort();
    const before = values.slice();
    assert.deepEqual(mergeRuns(values, starts), values.slice().sort());
    assert.deepEqual(values, before, 'the input stays as it is');
  }
});
