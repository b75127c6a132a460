import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionRule } from '../../../src/core/drift/decisionRule.ts';
import { testMissing } from '../../../src/core/drift/testMissing.ts';
import { blockPermutation } from '../../../src/core/stats/blockPermutation.ts';

const rule = decisionRule('default');
const days = (count: number, missing: (day: number) => number): Float64Array[] =>
  Array.from({ length: count }, (_, day) => Float64Array.of(100 - missing(day), missing(day)));
const total = (blocks: readonly Float64Array[], part: 0 | 1): number => blocks.reduce((sum, block) => sum + block[part]!, 0);
const sideOf = (blocks: readonly Float64Array[], outside: { readonly present: number; readonly missing: number }) => ({
  rows: total(blocks, 0) + total(blocks, 1) + outside.present + outside.missing,
  missing: total(blocks, 1) + outside.missing,
});
const p = (before: Float64Array[], after: Float64Array[], outside: { readonly present: number; readonly missing: number }): number =>
  testMissing(sideOf(before, { present: 0, missing: 0 }), sideOf(after, outside), { reference: before, current: after }, rule, 0)!;

const before = days(20, (day) => 8 + (day % 5));
const after = days(20, (day) => 8 + ((day + 2) % 5));

test('values that are lost together with the time count as missing', () => {
  assert.ok(p(before, after, { present: 0, missing: 0 }) > 0.5, 'the days alone say nothing');
  assert.ok(p(before, after, { present: 0, missing: 900 }) <= 0.01);
  assert.ok(p(before, after, { present: 810, missing: 90 }) > 0.1, 'rows without a time that miss no more than others');
});

test('rows without a time are permuted as blocks of the usual size', () => {
  // Origin: the block permutation itself (golden block_permutation) on 200 rows put down as two blocks by hand.
  const extra = [Float64Array.of(40, 60), Float64Array.of(40, 60)];
  const options = { permutations: rule.permutations, seed: rule.seed, resolveTo: 0 };
  assert.equal(
    p(before, after, { present: 80, missing: 120 }),
    blockPermutation([...before, ...after, ...extra], before.length, options).p,
  );
});
