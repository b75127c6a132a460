import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextSample } from '../../src/engine/table/sampleTexts.ts';

test('long texts that begin alike are told apart, and their words are those of the whole', () => {
  const sample = new TextSample();
  const beginning = 'x'.repeat(80);
  sample.add(beginning, 200, 30, 11);
  sample.add(beginning, 210, 40, 12);
  sample.add(beginning, 210, 40, 12);
  sample.add('two words', 9, 0, 0);
  sample.add(' two words ', 11, 0, 0);
  assert.equal(sample.distinct, 4);
  assert.equal(sample.meanWords, (30 + 40 + 40 + 2 + 2) / 5);
  assert.equal(sample.meanLength, (200 + 210 + 210 + 9 + 11) / 5);
  assert.equal(sample.examples[0], beginning);
});
