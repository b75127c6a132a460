import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPoints } from '../../../src/core/format/points.ts';
import { formatShare } from '../../../src/core/format/share.ts';
import { measureFormat } from '../../../src/core/words/measureFormat.ts';
import { percentText } from '../../../src/core/words/percentText.ts';

/** The same share summed in two ways: 51 of 200, and as what is left of 1. */
const quarter = [0.255, 0.25499999999999995] as const;

test('a share on the edge of two digits is printed the same everywhere, however it was summed', () => {
  for (const x of quarter) {
    assert.equal(percentText(x, 'en', { whole: true }), '26\u202f%');
    assert.equal(formatShare(x, 'en'), '26\u202f%');
    assert.equal(percentText(x, 'en'), '25.5\u202f%');
  }
  for (const x of [0.0685, 0.06849999999999995]) {
    assert.equal(percentText(x, 'en', { whole: true }), '6.9\u202f%');
    assert.equal(formatShare(x, 'en'), '6.9\u202f%');
  }
  assert.equal(formatPoints(0.06849999999999995 - 0.055, 'en'), formatPoints(0.0135, 'en'));
});

test('measures on the edge likewise; no sign before a zero', () => {
  const format = measureFormat('share', [0.2545], null, 'en');
  assert.equal(format.value(0.2545), format.value(0.25449999999999995));
  assert.equal(format.change(0.00001), '0.000');
  assert.equal(format.change(-0.00001), '0.000');
  assert.equal(format.change(0.0006), '+0.001');
  assert.equal(format.change(-0.0006), '\u22120.001');
  assert.equal(percentText(-0.00001, 'en'), '0\u202f%');
  assert.equal(percentText(-0.0612, 'en'), '\u22126.1\u202f%');
});
