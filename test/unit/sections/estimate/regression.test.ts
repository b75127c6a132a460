import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boostTrees, defaultBoost, predictTrees } from '../../../../src/core/sections/estimate/compute/boostedTrees.ts';
import { codeNumbers, codeRows, outsideCoding } from '../../../../src/core/sections/estimate/compute/featureCoding.ts';
import { growTree, treeValue } from '../../../../src/core/sections/estimate/compute/growTree.ts';
import { lossesOf, lossOf } from '../../../../src/core/sections/estimate/compute/losses.ts';
import {
  estimateRegression,
  fitRegressionModel,
  type RegressionModel,
} from '../../../../src/core/sections/estimate/compute/regressionModel.ts';
import { regressionSample } from './samples.ts';

function fitted(sample: ReturnType<typeof regressionSample>, options = {}): RegressionModel {
  const model = fitRegressionModel(sample.rows, sample.labels, options);
  if (typeof model === 'string') throw new Error(model);
  return model;
}

function realised(sample: ReturnType<typeof regressionSample>): { mae: number; rmse: number } {
  const mean = (loss: 'mae' | 'mse') => {
    const losses = lossesOf(loss, sample.labels, sample.rows.predicted);
    return losses.reduce((sum, v) => sum + v, 0) / losses.length;
  };
  return { mae: mean('mae'), rmse: Math.sqrt(mean('mse')) };
}

test('losses of a row; undefined ones are NaN', () => {
  assert.equal(lossOf('mae', 3, 1), 2);
  assert.equal(lossOf('mse', 3, 1), 4);
  assert.equal(lossOf('mape', -4, -3), 0.25);
  assert.ok(Number.isNaN(lossOf('mape', 0, 0)));
  assert.ok(Math.abs(lossOf('msle', Math.E - 1, 0) - 1) < 1e-12);
  assert.ok(Number.isNaN(lossOf('msle', -1, 0)));
  assert.ok(Number.isNaN(lossOf('mae', Number.NaN, 1)));
});

test('one tree: the split is where the residuals part, and each leaf holds the mean of its rows', () => {
  const coded = Uint8Array.of(0, 1, 2, 3, 0, 1, 2, 3);
  const residuals = Float64Array.of(-1, -3, 4, 4, -1, -3, 4, 4);
  const importance = new Float64Array(1);
  const options = { leaves: 2, depth: 3, rowsPerLeaf: 1, shrink: 0 };
  const tree = growTree({ coded, width: 1, residuals }, Uint32Array.from(coded.keys()), options, importance);
  assert.deepEqual([tree.feature[0], tree.split[0]], [0, 1]);
  assert.deepEqual(
    Array.from({ length: 4 }, (_, row) => treeValue(tree, coded, row)),
    [-2, -2, 4, 4],
  );
  // Squared sums over rows: 64 / 4 + 256 / 4 less 64 / 8.
  assert.equal(importance[0], 72);
  const leaf = growTree({ coded, width: 1, residuals }, Uint32Array.from(coded.keys()), { ...options, rowsPerLeaf: 5 }, importance);
  assert.deepEqual([...leaf.value], [1], 'too few rows to split: the mean');
});

test('trees find a step and a product of two features, and stop when nothing is left', () => {
  const n = 2000;
  const rows = Uint32Array.from({ length: n }, (_, i) => i);
  const a = Float64Array.from(rows, (i) => (i * 7919) % 101);
  const b = Float64Array.from(rows, (i) => (i * 104729) % 97);
  const targets = a.map((x, i) => (x > 50 ? 10 : 0) + (x > 50 && b[i]! > 40 ? 5 : 0));
  const features = [a, b].map((values) => ({ kind: 'number' as const, values }));
  const coded = codeRows(
    features.map((f) => codeNumbers(f.values, rows)),
    features,
    rows,
  );
  const half = n / 2;
  const part = (from: number, to: number) => ({ coded: coded.slice(2 * from, 2 * to), targets: targets.slice(from, to) });
  const trees = boostTrees(part(0, half), part(half, n), 2);
  const predictions = predictTrees(trees, part(half, n).coded, 2, half);
  const worst = predictions.reduce((most, p, i) => Math.max(most, Math.abs(p - targets[half + i]!)), 0);
  assert.ok(worst < 0.3, `worst error ${worst}`);
  const constant = boostTrees(
    { ...part(0, half), targets: new Float64Array(half).fill(3) },
    { coded: new Uint8Array(0), targets: new Float64Array(0) },
    2,
  );
  assert.deepEqual([...predictTrees(constant, coded, 2, 3)], [3, 3, 3]);
  assert.equal(boostTrees({ coded: new Uint8Array(0), targets: new Float64Array(0) }, part(0, 10), 2, defaultBoost).base, 0);
});

test('missing values and categories have codes of their own; what was never seen is outside', () => {
  const rows = Uint32Array.of(0, 1, 2, 3);
  const values = Float64Array.of(1, 2, 3, 4);
  const coding = codeNumbers(values, rows);
  const current = { kind: 'number' as const, values: Float64Array.of(Number.NaN, 0, 2.5, 9) };
  assert.equal(codeRows([coding], [current], rows)[0], 0);
  assert.equal(outsideCoding(coding, current, rows), 0.75, 'missing where none was, below, above');
  assert.equal(outsideCoding(coding, { kind: 'category', codes: Int32Array.of(0, 0, 0, 0), levels: ['x'] }, rows), 1, 'another kind');
});

test('error that depends on features: mean error and its root are estimated on shifted rows', () => {
  const model = fitted(regressionSample(1, 12_000));
  for (const loss of ['mae', 'mse'] as const) {
    const { quality, trees } = model.losses[loss]!;
    assert.ok(quality.p < 0.01 && quality.skill! > 0.1, `${loss}: ${JSON.stringify(quality)}`);
    assert.ok(trees.importance[0]! + trees.importance[4]! > 0.6, 'the two features that matter');
  }
  const reference = realised(regressionSample(1, 12_000));
  for (const shift of [0, 0.5, 1]) {
    const rows = regressionSample(50 + shift * 10, 5000, shift);
    const estimates = estimateRegression(model, rows.rows);
    const truth = realised(rows);
    for (const measure of ['mae', 'rmse'] as const) {
      const { value, low, high, refused, n } = estimates[measure]!;
      assert.deepEqual([refused, n], [null, 5000]);
      assert.ok(truth[measure] >= low! && truth[measure] <= high!, `${measure} at ${shift}: ${truth[measure]} not in ${low} … ${high}`);
      if (shift === 1)
        assert.ok(Math.abs(value! - truth[measure]) < 0.25 * Math.abs(reference[measure] - truth[measure]), `${value} ${truth[measure]}`);
    }
    assert.ok(Math.abs(estimates.mse!.value! - estimates.rmse!.value! ** 2) < 1e-9);
  }
});

test('error that is the same everywhere: the model is no better than the mean, and says so', () => {
  const model = fitted(regressionSample(3, 4000, 0, 0));
  const estimates = estimateRegression(model, regressionSample(4, 1000, 0, 0).rows);
  assert.deepEqual(
    [estimates.mae!.refused, estimates.mae!.value, estimates.rmse!.refused],
    ['no_better_than_mean', null, 'no_better_than_mean'],
  );
});

test('rows where the reference had none are refused, but only by columns that the model looks at', () => {
  const model = fitted(regressionSample(1, 12_000));
  const far = regressionSample(6, 1000, 4).rows;
  assert.equal(estimateRegression(model, far).mae!.refused, 'outside_support');
  const rows = regressionSample(7, 1000).rows;
  const moved = rows.features.map((f, i) => (i === 3 && f.kind === 'number' ? { ...f, values: f.values.map((v) => v + 100) } : f));
  assert.equal(estimateRegression(model, { ...rows, features: moved }).mae!.refused, null);
  const renamed = rows.features.map((f) => (f.kind === 'category' ? { ...f, levels: ['e', 'f', 'g', 'h'] } : f));
  assert.equal(estimateRegression(model, { ...rows, features: renamed }).mae!.refused, 'outside_support');
});

test('references and chunks that are too small; same seed, same estimates', () => {
  const sample = regressionSample(8, 1500);
  assert.equal(
    fitRegressionModel(
      sample.rows,
      sample.labels.map(() => Number.NaN),
    ),
    'no_labels',
  );
  const few = sample.labels.map((y, i) => (i < 100 ? y : Number.NaN));
  assert.equal(fitRegressionModel(sample.rows, few), 'few_reference_rows');
  const model = fitted(sample, { losses: ['mae'] });
  assert.deepEqual(Object.keys(model.losses), ['mae']);
  const tiny = regressionSample(9, 20).rows;
  assert.deepEqual([estimateRegression(model, tiny).mae!.refused, estimateRegression(model, tiny).mae!.n], ['few_rows', 20]);
  assert.deepEqual(fitted(sample, { losses: ['mae'] }), model);
});
