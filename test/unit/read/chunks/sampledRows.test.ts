import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RowLayout, wholeLayout } from '../../../../src/core/read/chunks/rowLayout.ts';
import { sampledRows } from '../../../../src/core/read/chunks/sampledRows.ts';

/** Ten rows a part, two parts a chunk, the last part in no chunk. */
function layout(rows: number): RowLayout {
  const parts = Math.ceil(rows / 10);
  const chunkOfPart = Int16Array.from({ length: parts }, (_, part) => (part === parts - 1 ? -1 : part >> 1));
  const partOf = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 10));
  const rowsPerChunk = new Float64Array((parts >> 1) + 1);
  for (const part of partOf) if (chunkOfPart[part]! >= 0) rowsPerChunk[chunkOfPart[part]!]!++;
  return { ...wholeLayout(rows), partOf, chunkOfPart, rowsPerChunk };
}

test('a step of one takes all rows', () => {
  const whole = layout(95);
  assert.deepEqual(sampledRows(whole, 1), { layout: whole, places: null });
});

test('one row of each step, at no fixed place, the same every time', () => {
  for (const [rows, step] of [
    [1, 5],
    [10_003, 7],
    [10_000, 4],
  ] as const) {
    const { layout: sampled, places } = sampledRows(layout(rows), step);
    assert.equal(places!.length, Math.ceil(rows / step));
    places!.forEach((row, i) => {
      assert.ok(row >= i * step && row < Math.min(rows, (i + 1) * step));
      assert.equal(sampled.partOf![i], Math.floor(row / 10));
    });
    assert.deepEqual(sampledRows(layout(rows), step).places, places);
    assert.equal(sampled.rows, places!.length);
    const inChunks = sampled.partOf!.filter((part) => sampled.chunkOfPart[part]! >= 0).length;
    assert.equal(
      sampled.rowsPerChunk.reduce((a, b) => a + b, 0),
      inChunks,
    );
    if (rows < 100) continue;
    const at = new Float64Array(step);
    places!.forEach((row, i) => {
      at[row - i * step]!++;
    });
    for (const count of at.subarray(0, step)) assert.ok(Math.abs(count / places!.length - 1 / step) < 0.02, [...at].join());
  }
  assert.deepEqual(sampledRows(wholeLayout(9), 2).layout.partOf, null);
});
