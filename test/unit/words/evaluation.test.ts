import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluationSituations } from './evaluationSituations.ts';
import { expectedEvaluation } from './expectedEvaluation.ts';
import { chinese, english } from './translators.ts';

for (const [name, say] of Object.entries(evaluationSituations)) {
  test(name, () => {
    const expected = expectedEvaluation[name];
    assert.ok(expected, 'every situation has its sentences');
    assert.equal(say(english, 'en'), expected[0]);
    assert.equal(say(chinese, 'zh-cn'), expected[1]);
  });
}

test('no sentence is expected of a situation that is gone', () => {
  assert.deepEqual(Object.keys(expectedEvaluation).sort(), Object.keys(evaluationSituations).sort());
});
