import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertText } from '../../../src/core/sections/drift/words/alertText.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { moved, report } from './makeReport.ts';
import { chinese, english } from './translators.ts';

// Sentences written by hand.
test('nearly all rows is said in words, not as a share over 99 %', () => {
  const column = moved('a', { effect: 0.996 });
  const of = report([column]);
  assert.match(plainText(alertText(column, of, english, 'en')), /^Nearly all rows moved \(limit 5\u202f%, q/);
  assert.match(plainText(alertText(column, of, chinese, 'zh-cn')), /^几乎所有行发生漂移（阈值 5%，q/);
  assert.match(plainText(alertText(moved('a', { effect: 0.98 }), of, english, 'en')), /^About 98\u202f% of rows moved/);
});
