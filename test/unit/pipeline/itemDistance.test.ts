import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gower } from '../../../src/core/sections/performance/compute/readItemDistance.ts';
import { evaluated } from './tables.ts';

test('distance of items: 0 or 1 for categories, the share of the range for numbers, over what is known of both', () => {
  const between = gower([
    { kind: 'category', ofItem: Float64Array.of(0, 1, 0, Number.NaN) },
    { kind: 'number', ofItem: Float64Array.of(1980, 2000, 1990, Number.NaN) },
  ]);
  // By hand, after Gower (1971): (1 + 20/20) / 2 and (0 + 10/20) / 2.
  assert.equal(between(0, 1), 1);
  assert.equal(between(0, 2), 0.25);
  assert.equal(between(0, 0), 0);
  assert.equal(between(0, 3), 1);
  assert.equal(between(-1, 0), 1);
});

test('diversity needs columns with one value for each item; those of users do not count', async () => {
  const n = 400;
  const item = Array.from({ length: n }, (_, i) => (i * 7) % 25);
  const rows = {
    user_id: Array.from({ length: n }, (_, i) => `u${Math.floor(i / 10)}`),
    item_id: item.map((i) => `m${i}`),
    score: Array.from({ length: n }, (_, i) => ((i * 53) % 97) / 97),
    relevance: Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0)),
    device: Array.from({ length: n }, (_, i) => (Math.floor(i / 10) % 2 === 0 ? 'tv' : 'phone')),
  };
  const without = await evaluated(rows, null, { k: 5 });
  assert.ok(!without.evaluation.measures.some(({ current }) => current.name === 'diversity'));
  const described = await evaluated({ ...rows, genre: item.map((i) => `g${i % 5}`) }, null, { k: 5 });
  const diversity = described.evaluation.measures.find(({ current }) => current.name === 'diversity')!;
  assert.ok(diversity.current.value! > 0 && diversity.current.value! < 1 && diversity.current.interval !== null);
});

test('rows needed of a ranking are rows, not users', async () => {
  const list = (users: number, good: number): Record<string, (string | number)[]> => {
    const n = users * 10;
    return {
      user_id: Array.from({ length: n }, (_, i) => `u${Math.floor(i / 10)}`),
      item_id: Array.from({ length: n }, (_, i) => `m${(i * 7) % 40}`),
      score: Array.from({ length: n }, (_, i) => 1 - (i % 10) / 10),
      // The relevant item stands first for some users, second for the others.
      relevance: Array.from({ length: n }, (_, i) => (i % 10 === (Math.floor(i / 10) % 10 < good ? 0 : 1) ? 1 : 0)),
    };
  };
  const { evaluation } = await evaluated(list(40, 6), list(4000, 7), { k: 5 });
  const { change } = evaluation.measures.find(({ current }) => current.name === 'mrr')!;
  assert.equal(change?.verdict, 'cannot_tell');
  assert.ok(change.rowsNeeded! > 400, `${change.rowsNeeded} rows would be fewer than there are`);
});
