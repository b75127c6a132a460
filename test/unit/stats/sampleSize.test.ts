import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spreadMove } from '../../../src/core/stats/distances/spreadMove.ts';
import { noncentralChiSquareSf } from '../../../src/core/stats/distributions/noncentralChiSquare.ts';
import { normalQuantile } from '../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { categoricalDefault } from '../../../src/core/stats/tests/categoricalDefault.ts';
import { visibleMove } from '../../../src/core/stats/tests/sampleSize.ts';
import { andersonDarling } from '../../oracles/andersonDarling.ts';

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

test('categories: the visible share, spread over all of them, is found four times in five', () => {
  const next = mulberry32(2);
  const n = 1000;
  const m = 400;
  const { after } = spreadMove(category.shares);
  const draw = (rows: number, by: number) => {
    const counts = [0, 0, 0, 0];
    const shares = after(by);
    for (let i = 0; i < rows; i++) {
      let u = next();
      let value = 0;
      while (value < 3 && u >= shares[value]!) u -= shares[value++]!;
      counts[value]!++;
    }
    return counts;
  };
  const move = visibleMove(category, n, m, 0.01);
  let found = 0;
  for (let r = 0; r < 2000; r++) if (categoricalDefault(draw(n, 0), draw(m, move)).p <= 0.01) found++;
  assert.ok(found >= 1500 && found <= 1700, `${found} of 2000`);
});

test('48 equal values, 600 rows a side, two columns: a move of about 16 % would be seen, not 100 %', () => {
  // By hand: each of 24 values loses t / 24, each of 24 gains it, so at pooled shares the noncentrality is 300 · 4 t² / (1 − t²); the test has 47 degrees of freedom and the level 0.025.
  const shares = Array.from({ length: 48 }, () => 1 / 48);
  const move = visibleMove({ kind: 'category', shares }, 600, 600, 0.025);
  assert.ok(move > 0.155 && move < 0.175, String(move));
  assert.ok(Math.abs(noncentralChiSquareSf(67.83, 47, (1200 * move * move) / (1 - move * move)) - 0.8) < 0.01);
});

test('more rows see smaller moves; a stricter level sees less', () => {
  for (const kind of [number, category]) {
    assert.ok(visibleMove(kind, 5000, 5000, 0.01) < visibleMove(kind, 5000, 500, 0.01));
    assert.ok(visibleMove(kind, 5000, 500, 0.0001) > visibleMove(kind, 5000, 500, 0.01));
  }
});

test('one category: a move into one never seen; nothing to see in too few rows', () => {
  const constant = { kind: 'category', shares: [1] } as const;
  const share = visibleMove(constant, 1000, 1000, 0.01);
  assert.ok(share > 0 && share < 0.05);
  assert.equal(visibleMove(constant, 2, 2, 1e-6), 1);
  const visible = visibleMove({ kind: 'category', shares: [] }, 1000, 1000, 0.01);
  assert.ok(visible > 0 && visible <= 1);
});
