import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { SubsetSums } from '../../../src/core/stats/subsetSums.ts';

test('prepared sums are the sums of the blocks that the bits name, for any number of blocks and bins', () => {
  const random = mulberry32(3);
  for (const [blocks, bins] of [
    [1, 1],
    [7, 3],
    [8, 2],
    [61, 20],
    [64, 5],
  ] as const) {
    // Up to 2^26 − 1 rows in one bin: the largest number that shares a double.
    const counts = Float64Array.from({ length: blocks * bins }, () => Math.floor((random() * 2 ** 26) / blocks));
    const bytes = Math.ceil(blocks / 8);
    const masks = new Uint8Array(40 * bytes);
    const picked = Array.from({ length: 40 }, (_, k) => {
      const chosen = Array.from({ length: blocks }, (_, b) => b).filter(() => k === 0 || random() < 0.5);
      for (const b of chosen) masks[k * bytes + (b >> 3)]! |= 1 << (b & 7);
      return chosen;
    });
    const sums = new SubsetSums(counts, bins);
    const found = new Float64Array(bins);
    for (const [k, chosen] of picked.entries()) {
      sums.into(found, masks, k);
      const expected = Array.from({ length: bins }, (_, bin) => chosen.reduce((sum, b) => sum + counts[b * bins + bin]!, 0));
      assert.deepEqual([...found], expected);
    }
  }
});
