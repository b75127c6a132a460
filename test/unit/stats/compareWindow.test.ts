import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { andersonDarlingRun } from '../../../src/core/stats/tests/andersonDarlingRun.ts';
import { compareWindow } from '../../../src/core/stats/tests/compareWindow.ts';
import { windowReference } from '../../../src/core/stats/tests/windowReference.ts';
import { andersonDarling } from '../../oracles/andersonDarling.ts';
import { kolmogorovSmirnov } from '../../oracles/kolmogorovSmirnov.ts';
import { wasserstein } from '../../oracles/wasserstein.ts';
import { comparedSamples } from './comparedSamples.ts';

const random = mulberry32(11);

test('a run of untied values adds what its terms add', () => {
  for (let round = 0; round < 3000; round++) {
    const n = 10 + Math.floor(random() ** 3 * 100_000);
    const m = 10 + Math.floor(random() ** 3 * 10_000);
    const before = Math.floor(random() * n);
    const count = Math.min(n - before, Math.floor(random() < 0.5 ? random() * 50 : random() * n));
    const other = Math.floor(random() * (m + 1));
    let expected = 0;
    for (let i = 0; i < count; i++) {
      const p = 2 * (before + i + other) + 1;
      expected += (m * p - 2 * other * (n + m)) ** 2 / (p * (2 * (n + m) - p) - n - m);
    }
    const found = andersonDarlingRun(before, count, other, n, m);
    // 5 · 10⁴ terms added one by one lose some digits themselves.
    assert.ok(Math.abs(found - expected) <= 1e-11 * expected, `${found} is not ${expected}`);
  }
});

test('the smallest samples and the largest numbers compare as in the plain walks', () => {
  const pick = [0, 1, 1, 2, -5, 1e300, -1e300, 1e-300];
  for (let round = 0; round < 4000; round++) {
    const sample = () =>
      Float64Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick[Math.floor(random() * pick.length)]!).sort();
    const [a, b] = [sample(), sample()];
    const { whole, places: below } = comparedSamples(a, b);
    const ks = kolmogorovSmirnov(a, b);
    assert.deepEqual([whole.d, whole.at, whole.wasserstein, whole.a2], [ks.d, ks.at, wasserstein(a, b), andersonDarling(a, b).a2]);
    assert.deepEqual(
      [...below],
      [...b].map((x) => a.filter((y) => y < x).length),
    );
    const window = compareWindow(windowReference(a, new Float64Array(a.length)), b, below);
    assert.equal(window.d, ks.d);
    assert.ok(Math.abs(window.a2 - andersonDarling(a, b).a2) <= 1e-12 * window.a2);
    const w = wasserstein(a, b);
    if (Number.isFinite(w)) assert.ok(Math.abs(window.wasserstein - w) <= 1e-12 * w, `${window.wasserstein} is not ${w}`);
  }
});
