import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binaryEstimates } from '../../../../src/core/sections/estimate/compute/binaryEstimates.ts';
import { type BinaryModel, estimateBinary, fitBinaryModel } from '../../../../src/core/sections/estimate/compute/binaryModel.ts';
import { estimateChunk } from '../../../../src/core/sections/estimate/compute/estimateChunk.ts';
import type { BinaryMeasure, MulticlassMeasure } from '../../../../src/core/sections/estimate/compute/measures.ts';
import { multiclassEstimates } from '../../../../src/core/sections/estimate/compute/multiclassEstimates.ts';
import { estimateMulticlass, fitMulticlassModel } from '../../../../src/core/sections/estimate/compute/multiclassModel.ts';
import { poissonWeights } from '../../../../src/core/sections/estimate/compute/poissonWeights.ts';
import { mulberry32 } from '../../../../src/core/stats/samples/mulberry32.ts';
import { binarySample, multiclassSample } from './samples.ts';

function fitted(sample: ReturnType<typeof binarySample>, options = {}): BinaryModel {
  const model = fitBinaryModel(sample, sample.labels, options);
  if (typeof model === 'string') throw new Error(model);
  return model;
}

const chunk = (seed: number, n: number, shift = 0) => binarySample(seed, n, shift);

test('two classes: bands hold the realised value in 99 % of the chunks, shifted or not', () => {
  const model = fitted(chunk(1, 8000));
  assert.ok(model.map, 'scores are √p: they need calibration');
  const measures: BinaryMeasure[] = [
    'roc_auc',
    'average_precision',
    'accuracy',
    'precision',
    'recall',
    'specificity',
    'f1',
    'true_positives',
  ];
  const outside = Object.fromEntries(measures.map((m) => [m, 0]));
  const chunks = 100;
  for (const shift of [0, 1]) {
    for (let i = 0; i < chunks; i++) {
      const rows = chunk(1000 + i + 5000 * shift, 500, shift);
      const estimates = estimateBinary(model, rows);
      const truth = binaryEstimates(rows.scores, rows.labels, rows.predicted);
      for (const m of measures) {
        const { value, low, high, refused } = estimates[m];
        assert.equal(refused, null);
        assert.ok(low! <= value! && value! <= high!);
        if (truth[m]! < low! || truth[m]! > high!) outside[m]!++;
      }
    }
  }
  // Three standard errors: 0.3 % outside for a normal; the error of the reference is not quite that of a shifted chunk.
  for (const m of measures) assert.ok(outside[m]! <= 0.01 * 2 * chunks, `${m}: ${outside[m]} of ${2 * chunks} outside`);
});

test('two classes: estimates follow a covariate shift; uncalibrated scores would not', () => {
  const model = fitted(chunk(1, 8000));
  const shifted = chunk(77, 20_000, 1);
  const truth = binaryEstimates(shifted.scores, shifted.labels, shifted.predicted);
  const right = estimateBinary(model, shifted);
  const wrong = estimateBinary(fitted(chunk(1, 8000), { calibrate: 'never' }), shifted);
  for (const m of ['roc_auc', 'accuracy', 'precision', 'recall', 'f1'] as const) {
    assert.ok(Math.abs(right[m].value! - truth[m]!) < 0.015, `${m}: ${right[m].value} for ${truth[m]}`);
  }
  assert.ok(Math.abs(wrong.precision.value! - truth.precision!) > 0.05);
});

test('two classes: references that cannot be learned from', () => {
  const { scores, labels, predicted } = chunk(2, 500);
  const nothing = labels.map(() => Number.NaN);
  const refusal = (y: Float64Array, options = {}) => fitBinaryModel({ scores, predicted }, y, options);
  assert.equal(refusal(nothing), 'no_labels');
  assert.equal(refusal(labels.map(() => 1)), 'one_class');
  assert.equal(refusal(labels.map((y, i) => (i < 150 ? y : Number.NaN))), 'few_reference_rows');
  assert.equal(
    typeof refusal(
      labels.map((y, i) => (i < 150 ? y : Number.NaN)),
      { limits: { fewestReferenceRows: 100 } },
    ),
    'object',
  );
});

test('two classes: chunks that cannot be estimated say why; missing rows are left out', () => {
  const model = fitted(chunk(2, 3000));
  const rows = chunk(3, 400);
  assert.equal(estimateBinary(model, { scores: rows.scores.slice(0, 29), predicted: rows.predicted.slice(0, 29) }).f1.refused, 'few_rows');
  assert.equal(estimateBinary(model, { ...rows, scores: rows.scores.map((s) => s + 1) }).roc_auc.refused, 'outside_support');
  const holed = { ...rows, scores: rows.scores.map((s, i) => (i % 4 === 0 ? Number.NaN : i % 4 === 1 ? Number.POSITIVE_INFINITY : s)) };
  const { accuracy } = estimateBinary(model, holed);
  assert.deepEqual([accuracy.refused, accuracy.n], [null, 200]);
  // Nothing is predicted positive: precision is undefined, the rest is not.
  const silent = estimateBinary(model, { ...rows, predicted: rows.predicted.map(() => 0) });
  assert.deepEqual([silent.precision.refused, silent.precision.value], ['undefined', null]);
  assert.equal(silent.recall.value, 0);
});

test('two classes: scores beyond 0 and 1 are calibrated whatever the test says', () => {
  const sample = chunk(4, 3000);
  const logits = sample.scores.map((s) => Math.log((s * s) / (1 - s * s)));
  const model = fitted({ ...sample, scores: logits });
  assert.ok(model.map);
  assert.ok(estimateBinary(model, { scores: logits, predicted: sample.predicted }).accuracy.value! <= 1);
});

test('same reference and seed, same estimates', () => {
  const rows = chunk(6, 300);
  assert.deepEqual(estimateBinary(fitted(chunk(5, 1000)), rows), estimateBinary(fitted(chunk(5, 1000)), rows));
});

test('Poisson weights: mean and variance 1', () => {
  const weights = poissonWeights(40_000, mulberry32(1));
  const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
  const variance = weights.reduce((sum, w) => sum + (w - mean) ** 2, 0) / weights.length;
  // Four standard errors of either.
  assert.ok(Math.abs(mean - 1) < 0.02 && Math.abs(variance - 1) < 0.035, `${mean}, ${variance}`);
});

test('three classes: bands hold the realised value, shifted or not', () => {
  const sample = multiclassSample(1, 6000);
  const model = fitMulticlassModel(sample, sample.labels);
  if (typeof model === 'string') throw new Error(model);
  assert.ok(model.maps.every((map) => map !== null));
  const measures: MulticlassMeasure[] = ['roc_auc', 'average_precision', 'accuracy', 'precision', 'recall', 'specificity', 'f1'];
  const outside = Object.fromEntries(measures.map((m) => [m, 0]));
  const chunks = 40;
  for (const shift of [0, 0.7]) {
    for (let i = 0; i < chunks; i++) {
      const rows = multiclassSample(2000 + i + 5000 * shift, 600, shift);
      const estimates = estimateChunk({ model, rows });
      const truly = [0, 1, 2].map((c) => rows.labels.map((y) => (y === c ? 1 : 0)));
      const truth = multiclassEstimates(rows.scores, truly, rows.predicted);
      for (const m of measures) if (!(truth[m]! >= estimates[m]!.low! && truth[m]! <= estimates[m]!.high!)) outside[m]!++;
    }
  }
  for (const m of measures) assert.ok(outside[m]! <= 0.025 * 2 * chunks, `${m}: ${outside[m]} of ${2 * chunks} outside`);
});

test('three classes: refusals', () => {
  const sample = multiclassSample(3, 900);
  const model = fitMulticlassModel(sample, sample.labels);
  if (typeof model === 'string') throw new Error(model);
  assert.equal(
    fitMulticlassModel(
      sample,
      sample.labels.map((y) => Math.min(y, 1)),
    ),
    'one_class',
  );
  assert.equal(
    fitMulticlassModel(
      sample,
      sample.labels.map(() => Number.NaN),
    ),
    'no_labels',
  );
  const scores = sample.scores.map((column, c) => (c === 2 ? column.map((s) => s - 2) : column));
  assert.equal(estimateMulticlass(model, { ...sample, scores }).f1.refused, 'outside_support');
  const few = { scores: sample.scores.map((c) => c.slice(0, 5)), predicted: sample.predicted.slice(0, 5) };
  assert.deepEqual([estimateMulticlass(model, few).f1.refused, estimateMulticlass(model, few).f1.n], ['few_rows', 5]);
});
