import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mulberry32, mulberry32Uint32 } from '../../../src/core/stats/samples/mulberry32.ts';

test('mulberry32: the published stream of seed 1, and only the low 32 bits of a seed', () => {
  const next = mulberry32(1);
  // First values of the reference implementation (the goldens' generator self-test has more).
  assert.equal(next(), 0.6270739405881613);
  assert.equal(next(), 0.002735721180215478);
  assert.equal(mulberry32(5)(), mulberry32(5 + 2 ** 32)());
  assert.equal(mulberry32(-1)(), mulberry32(2 ** 32 - 1)());
});

test('mulberry32: integers are the uniforms times 2^32, streams do not share state', () => {
  const integer = mulberry32Uint32(7);
  const uniform = mulberry32(7);
  const other = mulberry32(8);
  for (let i = 0; i < 100; i++) {
    assert.equal(integer() / 2 ** 32, uniform());
    const u = other();
    assert.ok(u >= 0 && u < 1);
  }
});
