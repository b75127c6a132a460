import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitLine, lineError, onLine } from '../../../../src/core/sections/estimate/compute/calibrationLine.ts';
import { equalMassRanges, expectedCalibrationError } from '../../../../src/core/sections/estimate/compute/expectedCalibrationError.ts';
import { expectedCurves } from '../../../../src/core/sections/estimate/compute/expectedCurves.ts';
import { applyIsotonic, applyIsotonicAll, fitIsotonic, scoreTable } from '../../../../src/core/sections/estimate/compute/isotonic.ts';
import { needsCalibration } from '../../../../src/core/sections/estimate/compute/needsCalibration.ts';
import { outsideSupport, scoreSupport } from '../../../../src/core/sections/estimate/compute/scoreSupport.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { outOfFoldProbabilities } from '../../../oracles/outOfFold.ts';
import { binarySample } from './samples.ts';

const of = (...values: number[]) => Float64Array.from(values);
const none = new Float64Array(0);

test('isotonic: nothing to fit gives null; rows of weight 0 are as if they were not there', () => {
  assert.equal(fitIsotonic(scoreTable(none, [])), null);
  assert.equal(fitIsotonic(scoreTable(of(1, 2), [0, 1], [0, 0])), null);
  const all = fitIsotonic(scoreTable(of(1, 2, 3), [0, 0.5, 1]));
  assert.deepEqual(fitIsotonic(scoreTable(of(1, 2, 9, 3), [0, 0.5, 7, 1], [1, 1, 0, 1])), all);
  assert.deepEqual(fitIsotonic({ score: of(1, 2, 3, 9), weight: of(1, 1, 1, 0), sum: of(0, 0.5, 1, 0) }), all);
});

test('isotonic: NaN stays NaN, infinities take the ends, whole weights are repetitions', () => {
  const map = fitIsotonic(scoreTable(of(0.2, 0.4, 0.6), [0, 1, 1]))!;
  assert.ok(Number.isNaN(applyIsotonic(map, Number.NaN)));
  assert.equal(applyIsotonic(map, Number.NEGATIVE_INFINITY), 0);
  assert.equal(applyIsotonic(map, Number.POSITIVE_INFINITY), 1);
  const { scores, labels } = binarySample(3, 300);
  const weights = labels.map((_, i) => i % 3);
  const repeated = Array.from(scores, (score, i) => new Array<number[]>(i % 3).fill([score, labels[i]!])).flat();
  const weighted = fitIsotonic(scoreTable(scores, labels, weights))!;
  const repetition = fitIsotonic(
    scoreTable(
      Float64Array.from(repeated, (r) => r[0]!),
      repeated.map((r) => r[1]!),
    ),
  )!;
  assert.deepEqual(weighted, repetition);
});

test('isotonic: never falls, and is nearer to the labels than any other map tried', () => {
  const { scores, labels } = binarySample(5, 400);
  const map = fitIsotonic(scoreTable(scores, labels))!;
  const sorted = applyIsotonicAll(map, scores.slice().sort());
  for (let i = 1; i < sorted.length; i++) assert.ok(sorted[i]! >= sorted[i - 1]!);
  const error = (p: Float64Array) => p.reduce((sum, v, i) => sum + (v - labels[i]!) ** 2, 0);
  const best = error(applyIsotonicAll(map, scores));
  for (const power of [0.5, 1, 2, 3]) assert.ok(best < error(scores.map((s) => s ** power)));
});

// By hand, and ece_mass_5 of case evidently_calc in the golden file calibration.json (same definition).
test('expected calibration error: equal numbers of rows per bin, remainder in the last', () => {
  assert.deepEqual(equalMassRanges(7, 3), [
    [0, 2],
    [2, 4],
    [4, 7],
  ]);
  assert.deepEqual(equalMassRanges(3, 10), []);
  assert.equal(expectedCalibrationError(of(0.1, 0.2, 0.3), [0, 0, 1]), null);
  // Two bins of two: |0.15 − 0.5| and |0.85 − 1|, half the rows each.
  assert.ok(Math.abs(expectedCalibrationError(of(0.8, 0.1, 0.9, 0.2), [1, 0, 1, 1], 2)! - 0.25) < 1e-12);
  const scores = of(0.91, 0.82, 0.73, 0.64, 0.55, 0.46, 0.37, 0.28, 0.19, 0);
  assert.ok(Math.abs(expectedCalibrationError(scores, [1, 0, 0, 1, 1, 1, 0, 1, 0, 0], 5)! - 0.263) < 1e-12);
});

test('calibration is needed for √p and not for p; one class and separated classes are told', () => {
  const { scores, labels } = binarySample(7, 4000);
  const raw = needsCalibration(scores, labels);
  assert.deepEqual([raw.needed, raw.reason], [true, 'improves']);
  assert.ok(raw.before! > 0.1 && raw.after! < 0.05, `${raw.before} → ${raw.after}`);
  const right = needsCalibration(
    scores.map((s) => s * s),
    labels,
  );
  assert.ok(right.before! < 0.05);
  assert.ok(right.after! < 0.05);
  assert.equal(right.needed, right.before! > right.after!);
  assert.equal(
    needsCalibration(
      scores,
      labels.map(() => 1),
    ).reason,
    'one_class',
  );
  assert.equal(needsCalibration(labels, labels).reason, 'separated');
  assert.equal(needsCalibration(of(0.1, 0.6, 0.4, 0.5), [0, 1, 1, 0]).reason, 'few_rows');
  assert.deepEqual(needsCalibration(scores, labels, 9), needsCalibration(scores, labels, 9), 'same seed, same answer');
});

test('ROC AUC and average precision do not depend on the order of equal scores', () => {
  const scores = of(0.5, 0.5, 0.5, 0.2, 0.2, 0.9);
  const p = [0.9, 0.1, 0.4, 0.3, 0.2, 0.8];
  const turned = [4, 3, 2, 1, 0, 5];
  const a = expectedCurves(scores, p);
  const b = expectedCurves(
    Float64Array.from(turned, (i) => scores[i]!),
    turned.map((i) => p[i]!),
  );
  assert.ok(Math.abs(a.rocAuc! - b.rocAuc!) < 1e-12 && Math.abs(a.averagePrecision! - b.averagePrecision!) < 1e-12);
  assert.deepEqual(expectedCurves(none, []), { rocAuc: null, averagePrecision: null });
  assert.deepEqual(expectedCurves(of(0.1, 0.2), [0, 0]), { rocAuc: null, averagePrecision: null });
  assert.deepEqual(expectedCurves(of(0.1, 0.2), [1, 1]), { rocAuc: null, averagePrecision: 1 });
});

test('out-of-fold probabilities do not know their own label', () => {
  // Labels are coins: a map fitted on all rows sees a signal, one that left the row out does not. Means of five samples.
  let within = 0;
  let without = 0;
  for (const seed of [11, 12, 13, 14, 15]) {
    const random = mulberry32(seed);
    const scores = Float64Array.from({ length: 500 }, random);
    const labels = scores.map(() => (random() < 0.5 ? 1 : 0));
    const auc = (p: Float64Array) => expectedCurves(p, labels).rocAuc!;
    within += auc(applyIsotonicAll(fitIsotonic(scoreTable(scores, labels))!, scores)) / 5;
    without += auc(outOfFoldProbabilities(scores, labels)) / 5;
  }
  assert.equal(within > 0.53, true, `fitted on all rows: ${within}`);
  assert.equal(without < 0.51, true, `out of fold: ${without}`);
  assert.deepEqual(outOfFoldProbabilities(of(0.3), [1]), of(0.3));
});

test('support: beyond the range or in an empty bin is outside', () => {
  const reference = Float64Array.from({ length: 400 }, (_, i) => (i % 200) / 500 + (i < 200 ? 0 : 0.6));
  const support = scoreSupport(reference)!;
  assert.equal(outsideSupport(support, reference), 0);
  assert.equal(outsideSupport(support, of(-0.1, 0.2, 0.5, 1.1)), 0.75, '0.5 lies in the gap');
  assert.equal(outsideSupport(support, of(Number.NaN)), null);
  assert.equal(outsideSupport(support, of(Number.POSITIVE_INFINITY)), 1);
  assert.equal(scoreSupport(of(Number.NaN)), null);
  assert.equal(outsideSupport(scoreSupport(of(0.5, 0.5))!, of(0.5, 0.6)), 0.5);
});

// By hand: slope 7 / 5, height 4 at 2.5, residuals 0.1, −0.3, 0.3, −0.1; variances by the formula of White (1980).
test('calibration line: least squares, and an error that grows with the distance', () => {
  const line = fitLine(of(1, 2, 3, 4), of(2, 3, 5, 6));
  assert.ok(Math.abs(line.slope - 1.4) < 1e-12 && Math.abs(line.intercept - 0.5) < 1e-12);
  assert.ok(Math.abs(line.heightVariance - 0.2 / 16) < 1e-12);
  assert.ok(Math.abs(line.slopeVariance - (2 * 0.01 * 2.25 + 2 * 0.09 * 0.25) / 25) < 1e-12);
  assert.ok(Math.abs(line.covariance) < 1e-12);
  assert.ok(Math.abs(lineError(line, 2.5) - Math.sqrt(0.0125)) < 1e-12);
  assert.ok(lineError(line, 10) > 3 * lineError(line, 2.5));
  assert.deepEqual(onLine(fitLine(of(1), of(5)), of(3)), of(3));
  assert.equal(fitLine(of(1, 2), of(4, 1)).slope, 0, 'a line that falls says nothing');
});
