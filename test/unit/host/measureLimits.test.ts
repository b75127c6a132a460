import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../../src/core/performance/catalogue.ts';
import { numberOf } from '../../../src/host/measureBoundInput.ts';
import { measureLimits } from '../../../src/host/measureLimits.ts';
import { repo } from '../../harness/repo.mjs';

test('limits of known measures are taken; what cannot be meant is named', () => {
  const { limits, wrong } = measureLimits({
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
  });
  assert.deepEqual(limits, { roc_auc: { min: 0.78, maxDrop: 0.02 }, mae: { max: 40 }, bias: { min: -1, max: 1 } });
  assert.deepEqual(wrong, [
    '"auc": {"min":0.7}',
    '"f1": {"minimum":0.5}',
    '"recall": 0.5',
    '"precision": {"min":"0.5"}',
    '"accuracy": {"min":0.9,"max":0.1}',
    '"specificity": {"maxDrop":-0.1}',
    '"kappa": {}',
    '"constructor": {"min":0}',
  ]);
  assert.deepEqual(measureLimits(undefined), { limits: {}, wrong: [] });
  assert.deepEqual(measureLimits([1]).wrong, ['[1]']);
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
