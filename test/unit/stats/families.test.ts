import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benjaminiHochberg } from '../../../src/core/stats/multiplicity/benjaminiHochberg.ts';
import { holm } from '../../../src/core/stats/multiplicity/holm.ts';
import { benjaminiYekutieli } from '../../oracles/benjaminiYekutieli.ts';
import { bonferroni } from '../../oracles/bonferroni.ts';

const methods = { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm };

for (const [name, adjust] of Object.entries(methods)) {
  test(`${name}: untested cells stay null and do not count`, () => {
    const full = adjust([0.01, 0.04, 0.3]);
    assert.deepEqual(adjust([null, 0.01, Number.NaN, 0.04, 0.3, null]), [null, full[0], null, full[1], full[2], null]);
    assert.deepEqual(adjust([]), []);
    assert.deepEqual(adjust([null]), [null]);
    assert.deepEqual(adjust([0.2]), [0.2]);
  });

  test(`${name}: never below p, at most 1, in the order of p, equal p equal results`, () => {
    const p = [0.5, 0.001, 0.02, 0.02, 1, 0, 0.9, 0.049];
    const adjusted = adjust(p);
    for (let i = 0; i < p.length; i++) {
      assert.ok(adjusted[i]! >= p[i]! - 1e-15 && adjusted[i]! <= 1);
      for (let j = 0; j < p.length; j++) if (p[i]! <= p[j]!) assert.ok(adjusted[i]! <= adjusted[j]!);
    }
  });
}

test('from most to least cautious: Bonferroni, Holm, Benjamini-Hochberg; Yekutieli above Hochberg', () => {
  const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205];
  const [b, h, q, y] = [bonferroni(p), holm(p), benjaminiHochberg(p), benjaminiYekutieli(p)];
  for (let i = 0; i < p.length; i++) assert.ok(b[i]! >= h[i]! && h[i]! >= q[i]! && y[i]! >= q[i]!);
  // Benjamini and Hochberg's step-up by hand: min over later ranks of 8 p / rank.
  assert.ok(Math.abs(q[1]! - 0.032) < 1e-15);
  assert.ok(Math.abs(q[2]! - 0.0672) < 1e-15);
});
