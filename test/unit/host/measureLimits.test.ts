import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../../src/core/measures/registry.ts';
import { specLayer } from '../../../src/core/spec/comparisonSpec.ts';
import { pathText } from '../../../src/core/spec/problem.ts';
import { readSettings } from '../../../src/core/spec/readSettings.ts';
import { problemText } from '../../../src/core/words/problemText.ts';
import { numberOf } from '../../../src/host/questions/measureBoundInput.ts';
import { repo } from '../../harness/repo.mjs';
import { english } from '../words/translators.ts';

test('limits of known measures are taken; what cannot be meant is named with its place', () => {
  const said = {
    roc_auc: { min: 0.78, maxDrop: 0.02 },
    mae: { max: 40 },
    bias: { min: -1, max: 1 },
    auc: { min: 0.7 },
    f1: { minimum: 0.5 },
    recall: 0.5,
    precision: { min: '0.5' },
    accuracy: { min: 0.9, max: 0.1 },
    specificity: { maxDrop: -0.1 },
    kappa: {},
    constructor: { min: 0 },
  };
  const { value, problems } = readSettings(specLayer, (name) => (name === 'measureLimits' ? said : undefined));
  assert.deepEqual(value, { evaluate: { limits: { roc_auc: { min: 0.78, maxDrop: 0.02 }, mae: { max: 40 }, bias: { min: -1, max: 1 } } } });
  assert.deepEqual(
    problems.map((problem) => problemText(problem, pathText(problem.path), english)),
    [
      'auc: there is no such measure.',
      'There is no f1.minimum. Did you mean min?',
      'recall can be an object, not 0.5.',
      'precision.min can be a number, not "0.5".',
      'The min of accuracy is above its max.',
      'specificity.maxDrop can be a number from 0 up, not -0.1.',
      'kappa bounds nothing: give min, max or maxDrop.',
      'constructor: there is no such measure.',
    ],
  );
  const only = (measureLimits: unknown) => readSettings(specLayer, (name) => (name === 'measureLimits' ? measureLimits : undefined));
  assert.deepEqual(only(undefined), { value: {}, problems: [] });
  assert.equal(only([1]).problems[0]?.code, 'kind');
});

test('the settings editor knows the very measures that there are', () => {
  const manifest = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
  const { propertyNames } = manifest.contributes.configuration.properties['driftbook.measureLimits'];
  assert.deepEqual([...propertyNames.enum].sort(), Object.keys(catalogue).sort());
});

test('numbers as people type them', () => {
  for (const [text, value] of [
    ['0.78', 0.78],
    ['0,78', 0.78],
    [' −3 ', -3],
    ['.5', 0.5],
    ['40', 40],
    ['1e-3', 0.001],
    ['', null],
    ['  ', null],
    ['a lot', undefined],
    ['1.2.3', undefined],
    ['1e999', undefined],
    ['0x10', undefined],
  ] as const) {
    assert.equal(numberOf(text), value, text);
  }
});
