import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedSentences } from './expectedSentences.ts';
import { situations } from './situations.ts';
import { chinese, english } from './translators.ts';

for (const [name, say] of Object.entries(situations)) {
  test(name, () => {
    const expected = expectedSentences[name];
    assert.ok(expected, 'every situation has its sentences');
    assert.equal(say(english, 'en'), expected[0]);
    assert.equal(say(chinese, 'zh-cn'), expected[1]);
  });
}

test('no sentence is expected of a situation that is gone', () => {
  assert.deepEqual(Object.keys(expectedSentences).sort(), Object.keys(situations).sort());
});

test('a column that was only tested with too few rows is never called fine', () => {
  for (const [name, [sentence]] of Object.entries(expectedSentences)) {
    assert.doesNotMatch(sentence, /\bsteady\b(?!_)/, name);
    if (/cannot tell|too few/.test(name)) assert.match(sentence, /[Cc]annot tell|too few rows/, name);
  }
});
