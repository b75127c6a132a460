import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chunkPlan } from '../../../../src/core/read/chunks/chunkPlan.ts';
import type { ChunkSpec } from '../../../../src/core/spec/spec.ts';

const plan = (chunk: ChunkSpec, rows: number) =>
  chunkPlan({ reference: { path: 'a' }, current: { path: 'b' }, chunk }, null, { profiles: [], rows: 100 }, { profiles: [], rows });

test('chunks by row as asked for, and none where they would be too many to hold for every column', () => {
  assert.deepEqual(
    [plan({ rows: 30 }, 100).current.chunks.length, plan({ rows: 30 }, 100).current.chunks.at(-1)],
    [4, { name: '91–100', from: 90, to: 100 }],
  );
  assert.equal(plan({ rows: 1 }, 4000).current.chunks.length, 4000);
  for (const chunk of [{ rows: 1 }, { count: 1e6 }]) {
    const { current, reference } = plan(chunk, 2_000_000);
    // 2 million chunks of one row took 4 GB for two columns.
    assert.deepEqual([current.chunks, current.key, current.chunkOf(0)], [[], {}, -1]);
    assert.equal(reference.chunks.length, 100);
  }
});
