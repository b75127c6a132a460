import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withinNoise } from '../../../src/core/check/withinNoise.ts';
import { moveEvidence } from '../../../src/core/stats/distances/movedShare.ts';

// Ten bins of 1,000 rows a side; `moved` rows go from the first bins to the last.
const sides = (moved: number) => {
  const reference = new Float64Array(10).fill(1000);
  return moveEvidence(
    reference,
    reference.map((n, bin) => n + (bin < 5 ? -moved : moved)),
  );
};

test('what is left of a distance says that it moved', () => {
  assert.equal(withinNoise(sides(200), 1), null);
});

test('a distance that rows alone would not give, but days do, is within the days', () => {
  assert.equal(withinNoise(sides(200), 200), 'blocks');
});

test('a distance that rows alone give is within chance, whatever days do', () => {
  // TVD 1.25 %; independent rows are expected to give 1.2 %: 10 · sqrt(2/pi · 0.1 · 0.9 · 2/10,000) / 2 = 1.7 %.
  assert.equal(withinNoise(sides(25), 1), 'chance');
  assert.equal(withinNoise(sides(25), 200), 'chance');
});

test('of a distance below 1 % nothing need be said', () => {
  assert.equal(withinNoise(sides(5), 200), null);
});
