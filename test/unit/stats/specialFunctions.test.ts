import assert from 'node:assert/strict';
import { test } from 'node:test';
import { andersonDarlingSf } from '../../../src/core/stats/distributions/andersonDarlingLimit.ts';
import { betaInc } from '../../../src/core/stats/distributions/beta.ts';
import { chiSquareSf } from '../../../src/core/stats/distributions/chiSquare.ts';
import { erfc } from '../../../src/core/stats/distributions/erfc.ts';
import { gammaP, gammaQ, lnGamma } from '../../../src/core/stats/distributions/gamma.ts';
import { kolmogorovFiniteSf } from '../../../src/core/stats/distributions/kolmogorovFinite.ts';
import { noncentralChiSquareSf } from '../../../src/core/stats/distributions/noncentralChiSquare.ts';
import { normalCdf, normalQuantile, normalSf } from '../../../src/core/stats/distributions/normal.ts';
import { smirnovSf } from '../../../src/core/stats/distributions/smirnov.ts';
import { kolmogorovSf } from '../../oracles/kolmogorov.ts';

function close(actual: number, expected: number, relative: number): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected} within ${relative}`);
}

test('erfc agrees with the incomplete gamma function, an independent algorithm, on the whole range', () => {
  for (let x = 0.01; x < 26; x += 0.0137) close(erfc(x), gammaQ(0.5, x * x), 1e-12);
  assert.equal(erfc(30), 0);
  assert.equal(erfc(-30), 2);
  assert.ok(Number.isNaN(erfc(Number.NaN)));
});

test('normal quantile undoes the distribution function, and knows its ends', () => {
  for (const p of [1e-300, 1e-30, 1e-6, 0.01, 0.3, 0.5, 0.7]) close(normalCdf(normalQuantile(p)), p, 1e-12);
  assert.equal(normalQuantile(0), Number.NEGATIVE_INFINITY);
  assert.equal(normalQuantile(1), Number.POSITIVE_INFINITY);
  assert.ok(Number.isNaN(normalQuantile(1.01)));
  // Abramowitz and Stegun, table 26.2.
  close(normalSf(5), 2.866515719e-7, 1e-9);
});

test('lnGamma is exact at whole numbers and at one half', () => {
  let logFactorial = 0;
  for (let k = 1; k <= 170; k++) {
    if (k > 2) close(lnGamma(k), logFactorial, 1e-14);
    logFactorial += Math.log(k);
  }
  close(lnGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-14);
  assert.equal(lnGamma(0), Number.POSITIVE_INFINITY);
  assert.ok(Number.isNaN(lnGamma(-1.5)));
});

test('gamma and chi-square match their closed forms', () => {
  // Q(1, x) = e^−x; chi-square with 2 df has tail e^(−x/2), with 4 df (1 + x/2) e^(−x/2).
  for (const x of [0.001, 0.7, 3, 40, 600]) {
    close(gammaQ(1, x), Math.exp(-x), 1e-13);
    close(gammaP(1, x), -Math.expm1(-x), 1e-13);
    close(chiSquareSf(x, 2), Math.exp(-x / 2), 1e-13);
    close(chiSquareSf(x, 4), (1 + x / 2) * Math.exp(-x / 2), 1e-13);
  }
  // A large shape: the normal limit of the chi-square distribution, Wilson and Hilferty's form, good to 1e-4 here.
  close(chiSquareSf(100_000 + 2 * Math.sqrt(200_000), 100_000), 0.0228, 0.01);
  assert.equal(chiSquareSf(0, 3), 1);
  assert.equal(chiSquareSf(-1, 3), 1);
  assert.equal(chiSquareSf(1, 0), 0);
  assert.ok(Number.isNaN(chiSquareSf(Number.NaN, 1)));
  assert.ok(Number.isNaN(gammaP(-1, 1)));
});

test('incomplete beta matches its closed forms and its symmetry', () => {
  for (const x of [1e-9, 0.2, 0.5, 0.999]) {
    close(betaInc(3, 1, x), x ** 3, 1e-13);
    close(betaInc(1, 4, x), -Math.expm1(4 * Math.log1p(-x)), 1e-12);
    assert.ok(Math.abs(betaInc(25, 40, x) - 1 + betaInc(40, 25, 1 - x)) < 1e-13);
  }
  assert.ok(Number.isNaN(betaInc(1, 1, 1.5)));
});

test('noncentral chi-square: mean by integration of the tail, and the central limit case', () => {
  // E X = df + ncp = ∫ P(X > x) dx.
  let mean = 0;
  for (let x = 0.005; x < 120; x += 0.01) mean += 0.01 * noncentralChiSquareSf(x, 3, 7);
  close(mean, 10, 1e-6);
  assert.equal(noncentralChiSquareSf(2, 2, 0), chiSquareSf(2, 2));
  // One degree of freedom: (Z + δ)² > x.
  close(noncentralChiSquareSf(4, 1, 9), normalSf(2 - 3) + normalCdf(-2 - 3), 1e-12);
});

test('Kolmogorov law: both series agree where they meet; classical critical values', () => {
  close(kolmogorovSf(1.18 - 1e-12), kolmogorovSf(1.18), 1e-10);
  // Smirnov's table: 1.3581 at 5 %, 1.6276 at 1 %.
  close(kolmogorovSf(1.3581), 0.05, 1e-4);
  close(kolmogorovSf(1.6276), 0.01, 1e-3);
  assert.equal(kolmogorovSf(0), 1);
  assert.equal(kolmogorovSf(-1), 1);
});

test('one-sample Kolmogorov-Smirnov law: exact small cases, and seams between methods', () => {
  // n = 1: D = max(U, 1 − U), so P(D > x) = 2 (1 − x) for x ≥ ½.
  close(kolmogorovFiniteSf(1, 0.8), 0.4, 1e-14);
  // n = 2, ½ ≤ x < 1: 2 (1 − x)²; ¼ < x < ½: 1 − 2 (2x − ½)². Birnbaum (1952).
  close(kolmogorovFiniteSf(2, 0.6), 0.32, 1e-12);
  close(kolmogorovFiniteSf(2, 0.4), 1 - 2 * 0.3 ** 2, 1e-12);
  // Published table of Marsaglia, Tsang and Wang (2003): P(D_10 < 0.274) = 0.6284796154565.
  close(1 - kolmogorovFiniteSf(10, 0.274), 0.6284796154565, 1e-11);
  // Either side of n = 140 (exact against Pelz-Good) and of 100 000 (exact sum against its limit).
  assert.ok(Math.abs(kolmogorovFiniteSf(140, 0.08) - kolmogorovFiniteSf(141, 0.08)) < 0.005);
  close(kolmogorovFiniteSf(100_001, 0.006), 2 * smirnovSf(100_001, 0.006), 1e-3);
  // Large samples tend to the limiting law.
  close(kolmogorovFiniteSf(1_000_000, 0.001), kolmogorovSf(1), 2e-3);
  assert.equal(kolmogorovFiniteSf(100, 0), 1);
  assert.equal(kolmogorovFiniteSf(100, 1), 0);
  assert.ok(Number.isNaN(kolmogorovFiniteSf(0, 0.5)));
});

test('Anderson-Darling law: classical critical values, and no jump where its branches meet', () => {
  // Marsaglia and Marsaglia (2004): 1.933 at 10 %, 2.492 at 5 %, 3.857 at 1 %.
  close(andersonDarlingSf(1.933), 0.1, 1e-3);
  close(andersonDarlingSf(2.492), 0.05, 1e-3);
  close(andersonDarlingSf(3.857), 0.01, 0.03);
  assert.ok(Math.abs(andersonDarlingSf(2 - 1e-9) - andersonDarlingSf(2)) < 5e-6);
  assert.equal(andersonDarlingSf(0), 1);
  for (let z = 0.1; z < 40; z += 0.1) assert.ok(andersonDarlingSf(z + 0.1) <= andersonDarlingSf(z), `rises at ${z}`);
});
