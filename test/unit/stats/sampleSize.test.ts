import assert from 'node:assert/strict';
import { test } from 'node:test';
import { andersonDarling } from '../../../src/core/stats/andersonDarling.ts';
import { categoricalDefault } from '../../../src/core/stats/categoricalDefault.ts';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { normalQuantile } from '../../../src/core/stats/normal.ts';
import { rowsNeeded, visibleMove } from '../../../src/core/stats/sampleSize.ts';

const number = { kind: 'number' } as const;
const category = { kind: 'category', shares: [0.5, 0.3, 0.15, 0.05] } as const;

test('numbers: a normal column moved by the visible share is found four times in five', () => {
  const next = mulberry32(1);
  const n = 400;
  const m = 200;
  const share = visibleMove(number, n, m, 0.01);
  const shift = 2 * normalQuantile((1 + share) / 2);
  const draw = (rows: number, by: number) => Float64Array.from({ length: rows }, () => normalQuantile(next() + 2 ** -33) + by).sort();
  let found = 0;
  for (let r = 0; r < 1000; r++) if (andersonDarling(draw(n, 0), draw(m, shift)).p <= 0.01) found++;
  assert.ok(found >= 750 && found <= 850, `${found} of 1000`);
});

test('categories: the visible share moved from the first to the second is found four times in five', () => {
  const next = mulberry32(2);
  const n = 1000;
  const m = 400;
  const move = visibleMove(category, n, m, 0.01);
  const draw = (rows: number, by: number) => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < rows; i++) {
      const u = next();
      counts[u < 0.5 - by ? 0 : u < 0.8 ? 1 : u < 0.95 ? 2 : 3]!++;
    }
    return counts;
  };
  let found = 0;
  for (let r = 0; r < 2000; r++) if (categoricalDefault(draw(n, 0), draw(m, move)).p <= 0.01) found++;
  assert.ok(found >= 1500 && found <= 1700, `${found} of 2000`);
});

test('rows needed undo the visible share', () => {
  for (const kind of [number, category]) {
    const rows = 900;
    const share = visibleMove(kind, 5000, rows, 0.001);
    const needed = rowsNeeded(kind, 5000, share, 0.001)!;
    assert.ok(Math.abs(needed - rows) <= 2, `${kind.kind}: ${needed}`);
  }
});

test('more rows see smaller moves; a stricter level sees less', () => {
  for (const kind of [number, category]) {
    assert.ok(visibleMove(kind, 5000, 5000, 0.01) < visibleMove(kind, 5000, 500, 0.01));
    assert.ok(visibleMove(kind, 5000, 500, 0.0001) > visibleMove(kind, 5000, 500, 0.01));
    assert.ok(rowsNeeded(kind, 5000, 0.1, 0.01)! < rowsNeeded(kind, 5000, 0.05, 0.01)!);
  }
});

test('a reference that is too small cannot be made up for', () => {
  assert.equal(rowsNeeded(number, 100, 0.05, 0.01), null);
  assert.equal(rowsNeeded(category, 100, 0.05, 0.01), null);
  assert.equal(rowsNeeded(number, 0, 0.05, 0.01), null);
  assert.equal(visibleMove(number, 0, 100, 0.01), 1);
});

test('one category: a move into one never seen; nothing to see in too few rows', () => {
  const constant = { kind: 'category', shares: [1] } as const;
  const share = visibleMove(constant, 1000, 1000, 0.01);
  assert.ok(share > 0 && share < 0.05);
  assert.equal(visibleMove(constant, 2, 2, 1e-6), 1);
  const visible = visibleMove({ kind: 'category', shares: [] }, 1000, 1000, 0.01);
  assert.ok(visible > 0 && visible <= 1);
});
