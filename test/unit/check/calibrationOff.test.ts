import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibrationOff, mostCalibrationError } from '../../../src/core/check/calibrationOff.ts';
import { findingsOf } from '../../../src/core/check/findingsOf.ts';
import { performanceText } from '../../../src/core/sections/performance/words/performanceText.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { evaluated, evaluation, measure, row } from '../words/makeEvaluation.ts';
import { english } from '../words/translators.ts';

test('scores are off when their error is beyond the limit for certain', () => {
  assert.equal(calibrationOff(measure('ece', 0.08, 0.01)), true);
  assert.equal(calibrationOff(measure('ece', 0.08, 0.04)), false, 'the interval reaches below the limit');
  assert.equal(calibrationOff({ value: 0.08, interval: null }), true);
  assert.equal(calibrationOff({ value: mostCalibrationError, interval: null }), false);
  assert.equal(calibrationOff({ value: null, interval: null }), false);
});

test('sentence and finding say the same of it', () => {
  for (const [value, half, off] of [
    [0.08, 0.01, true],
    [0.08, 0.04, false],
    [0.03, 0.01, false],
  ] as const) {
    const of = evaluation([row('ece', null, value, null, { current: measure('ece', value, half) })]);
    const report = evaluated(of);
    const said = plainText(performanceText(of, report, english, 'en'));
    assert.equal(/Scores are no probabilities of the label/.test(said), off, said);
    const codes = findingsOf(report).map(({ code }) => code);
    assert.equal(codes.includes('performance/calibration'), off, `${value} ± ${half}`);
  }
});
