import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOutside } from '../../../../src/core/check/estimateStanding.ts';
import { chunkLimits } from '../../../../src/core/sections/estimate/compute/chunkLimits.ts';
import { bandedEstimate, refusedEstimate } from '../../../../src/core/sections/estimate/compute/estimateResult.ts';
import { ledgerRow, summariseLedger } from '../../../../src/core/sections/estimate/compute/ledger.ts';
import { stdThreshold } from '../../../../src/core/sections/estimate/compute/stdThreshold.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { normals } from './samples.ts';

test('limits: strict, none on a side without a limit, none for NaN', () => {
  const limits = { lower: 0.5, upper: null };
  assert.equal(isOutside(0.5, limits), false);
  assert.equal(isOutside(0.499, limits), true);
  assert.equal(isOutside(9, limits), false);
  assert.equal(isOutside(Number.NaN, limits), false);
  assert.deepEqual(stdThreshold([1, 1, Number.NaN], { below: null }), { lower: null, upper: 1 });
});

test('limits of twenty chunks hold their false-alarm rate; those of ±3 deviations of ten do not', () => {
  const normal = normals(mulberry32(5));
  const runs = 6000;
  let ours = 0;
  let theirs = 0;
  for (let r = 0; r < runs; r++) {
    const chunks = Array.from({ length: 20 }, normal);
    if (isOutside(normal(), chunkLimits(chunks, null, null)!)) ours++;
    if (isOutside(normal(), stdThreshold(chunks.slice(0, 10)))) theirs++;
  }
  // 0.3 % nominal; statistics: 2.4 % for ten chunks (t with 9 degrees of freedom at 3 √(0.9 / 1.1)).
  assert.ok(ours / runs < 0.006, `${ours} of ${runs}`);
  assert.ok(theirs / runs > 0.017 && theirs / runs < 0.032, `${theirs} of ${runs}`);
});

test('limits of few chunks come from the standard error, cut to the range; none without it', () => {
  assert.deepEqual(chunkLimits([0.9, 0.91], 0.9, 0.05, { lower: 0, upper: 1 }), { lower: 0.75, upper: 1, from: 'standard_error' });
  assert.equal(chunkLimits([0.9, 0.91], null, null), null);
  const many = Array.from({ length: 20 }, (_, i) => 0.9 + (i % 2) / 100);
  assert.equal(chunkLimits(many, 0.9, 0.05)?.from, 'chunks');
});

test('band: three standard errors of both sources, cut to the range', () => {
  const estimate = bandedEstimate(0.95, 0.03, 0.04, [0, 1], 100);
  assert.ok(Math.abs(estimate.low! - 0.8) < 1e-12);
  assert.equal(estimate.high, 1);
  assert.equal(bandedEstimate(null, 0.1, 0, [0, 1], 100).refused, 'undefined');
  assert.equal(bandedEstimate(0.5, null, 0, [0, 1], 100).value, null);
});

test('ledger: estimates are graded when labels come; refusals and waiting ones are counted apart', () => {
  const estimate = bandedEstimate(0.9, 0.01, 0, [0, 1], 500);
  const rows = [
    ledgerRow('jan', 'accuracy', estimate, 0.91),
    ledgerRow('feb', 'accuracy', estimate, 0.87),
    ledgerRow('mar', 'accuracy', estimate, 0.8),
    ledgerRow('apr', 'accuracy', estimate, null),
    ledgerRow('may', 'accuracy', refusedEstimate('outside_support', 500), 0.7),
    ledgerRow('jun', 'accuracy', estimate, Number.NaN),
  ];
  assert.deepEqual(
    rows.map((row) => row.inside),
    [true, true, false, null, null, null],
  );
  const summary = summariseLedger(rows);
  assert.deepEqual([summary.graded, summary.inside, summary.refused, summary.waiting, summary.worst], [3, 2, 1, 2, 'mar']);
  assert.ok(Math.abs(summary.bias! + 0.04) < 1e-12);
  assert.ok(Math.abs(summary.meanAbsoluteError! - 0.14 / 3) < 1e-12);
  // Wilson's formula by hand for 2 of 3: (1.30691 ∓ 0.83334) / 2.28049.
  assert.ok(
    Math.abs(summary.coverage!.low - 0.20765) < 1e-4 && Math.abs(summary.coverage!.high - 0.93851) < 1e-4,
    JSON.stringify(summary.coverage),
  );
  assert.equal(summariseLedger([]).coverage, null);
});
