import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CellTest, notTested } from '../../../src/core/drift/cellTest.ts';
import { sinceChunk } from '../../../src/core/drift/columnReport.ts';
import { criticalP, decide } from '../../../src/core/drift/decide.ts';
import { decisionRule } from '../../../src/core/drift/decisionRule.ts';
import { promote } from '../../../src/core/drift/promote.ts';
import { reachesLimit } from '../../../src/core/drift/reachesLimit.ts';

const cell = (p: number, effect: number): CellTest => ({
  p,
  effect,
  test: 'anderson_darling',
  statistic: 1,
  tvd: effect,
  tvdExpected: 0,
  reason: null,
  nReference: 1000,
  nCurrent: 1000,
});
const rule = decisionRule('default');

test('an alert needs both a significant test and a material effect', () => {
  const tests = [cell(0.0001, 0.2), cell(0.0001, 0.049), cell(0.04, 0.2), cell(0.2, 0.2), notTested('too_few_rows', 3, 1000)];
  const verdicts = decide(tests, [0.05, 0.05, 0.05, 0.05, 0.05], rule);
  assert.deepEqual(
    verdicts.map((v) => v.verdict),
    ['alert', 'ok', 'watch', 'ok', 'not_tested'],
  );
  // Benjamini-Hochberg by hand: family of 4; 0.0001·4/2 for the two smallest, 0.04·4/3.
  assert.ok(Math.abs(verdicts[0]!.q! - 0.0002) < 1e-12);
  assert.ok(Math.abs(verdicts[2]!.q! - 0.16 / 3) < 1e-12);
  assert.equal(verdicts[4]!.q, null);
});

test('the limit of a column replaces the profile limit; sizes are minor, moderate, major', () => {
  const tests = [cell(0.0001, 0.07), cell(0.0001, 0.07), cell(0.0001, 0.15), cell(0.0001, 0.2)];
  const verdicts = decide(tests, [0.05, 0.1, 0.05, 0.05], rule);
  assert.deepEqual(
    verdicts.map((v) => v.severity),
    ['minor', null, 'moderate', 'major'],
  );
});

test('strict asks for q ≤ 0.01, sensitive for 2 % of rows', () => {
  assert.equal(decide([cell(0.03, 0.2)], [0.05], decisionRule('strict'))[0]!.verdict, 'watch');
  assert.equal(decisionRule('sensitive').effect, 0.02);
});

test('a limit is reached when it is equal to 12 significant digits', () => {
  assert.ok(reachesLimit(0.1 + 0.2 - 0.25, 0.05));
  assert.ok(!reachesLimit(0.0499999, 0.05));
});

test('a watch that persists in 2 of 3 windows at p ≤ 0.01 becomes an alert', () => {
  const window = (verdict: 'ok' | 'watch' | 'alert' | 'not_tested', p: number | null, effect: number | null) => ({
    verdict,
    p,
    effect,
    limit: 0.05,
  });
  const verdicts = promote(
    [
      window('watch', 0.009, 0.1),
      window('ok', 0.5, 0.01),
      window('watch', 0.01, 0.06),
      window('watch', 0.04, 0.06),
      window('not_tested', null, null),
    ],
    rule,
  );
  assert.deepEqual(verdicts, ['watch', 'ok', 'alert', 'watch', 'not_tested']);
});

test('since is the first chunk from which two thirds of the tested chunks alert', () => {
  const chunks = (s: string) =>
    [...s].map((c) => ({ verdict: ({ a: 'alert', o: 'ok', '-': 'not_tested' } as const)[c as 'a' | 'o' | '-'] }));
  assert.equal(sinceChunk(chunks('oooaaa')), 3);
  assert.equal(sinceChunk(chunks('aooooo')), 0);
  assert.equal(sinceChunk(chunks('aoooaa-a')), 4);
  assert.equal(sinceChunk(chunks('oaoaa')), 1);
  assert.equal(sinceChunk(chunks('ooo')), null);
});

test('the critical p is what one more cell would have needed', () => {
  const tests = [cell(0.0001, 0.2), cell(0.5, 0), cell(0.6, 0), cell(0.7, 0)];
  assert.equal(criticalP(tests, decide(tests, [0.05, 0.05, 0.05, 0.05], rule), rule), (0.05 * 2) / 4);
});
