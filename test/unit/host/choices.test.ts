import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeChoices, noChoices, ownEvaluation } from '../../../src/app/mergeChoices.ts';
import type { Choices } from '../../../src/core/spec/choices.ts';
import type { SpecLayer } from '../../../src/core/spec/comparisonSpec.ts';
import { choicesLayer, specOf } from '../../../src/core/spec/layers.ts';

const pair = { reference: '/a.csv', current: '/b.csv', evaluate: false };
const settings: SpecLayer = {};
const comparisonSpec = (of: Parameters<typeof specOf>[0], said: SpecLayer, chosen: Choices) => specOf(of, [said, choicesLayer(chosen)]);

test('what a change does not name stays as it was', () => {
  const before: Choices = { profile: 'strict', timestamp: 't', columns: { a: { role: 'target', limit: 0.1 }, b: { ignored: true } } };
  assert.deepEqual(mergeChoices(before, {}), before);
  assert.deepEqual(mergeChoices(before, { chunk: { by: 'week' }, columns: { a: { limit: 0.2 } } }), {
    chunk: { by: 'week' },
    profile: 'strict',
    timestamp: 't',
    columns: { a: { role: 'target', limit: 0.2 }, b: { ignored: true } },
  });
});

test('null clears; a column without choices is forgotten; nothing left is nothing', () => {
  const before: Choices = { columns: { a: { role: 'target', kind: 'text', limit: 0.1 } } };
  const after = mergeChoices(before, { columns: { a: { role: null, kind: null, limit: null } } });
  assert.deepEqual(after, {});
  assert.ok(noChoices(after));
});

test('the time axis: a column, none at all, or found again', () => {
  assert.deepEqual(mergeChoices({}, { timestamp: 'when' }), { timestamp: 'when' });
  assert.deepEqual(mergeChoices({ timestamp: 'when' }, { timestamp: null }), { timestamp: null });
  assert.deepEqual(mergeChoices({ timestamp: null }, { timestamp: { auto: true } }), {});
});

test('columns called like what every object has', () => {
  const choices = mergeChoices({}, JSON.parse('{"columns":{"__proto__":{"limit":0.2},"constructor":{"ignored":true}}}'));
  const spec = comparisonSpec(pair, settings, JSON.parse(JSON.stringify(choices)));
  assert.deepEqual(Object.entries(spec.columns?.limits ?? {}), [['__proto__', 0.2]]);
  assert.deepEqual(spec.columns?.ignore, ['constructor']);
});

test('no choices, plain settings: the two files and the profile', () => {
  assert.deepEqual(comparisonSpec(pair, settings, {}), {
    reference: { path: '/a.csv' },
    current: { path: '/b.csv' },
    profile: 'default',
  });
});

test('choices stand above the settings, column by column', () => {
  const spec = comparisonSpec(
    pair,
    {
      profile: 'default',
      nullValues: ['NA'],
      columns: { ignore: ['x', 'y'], limits: { a: 0.1, b: 0.2 } },
    },
    {
      profile: 'strict',
      chunk: { rows: 500 },
      timestamp: null,
      columns: { x: { ignored: false }, z: { ignored: true }, b: { limit: 0.3 }, c: { role: 'target', kind: 'number' } },
    },
  );
  assert.deepEqual(spec, {
    reference: { path: '/a.csv' },
    current: { path: '/b.csv' },
    profile: 'strict',
    columns: {
      ignore: ['y', 'z'],
      roles: { c: 'target' },
      types: { c: 'number' },
      timestamp: null,
      limits: { a: 0.1, b: 0.3 },
    },
    chunk: { rows: 500 },
    nullValues: ['NA'],
  });
});

test('choices of an evaluation stand in place of those of before; none are none', () => {
  const before: Choices = { profile: 'strict', evaluate: { target: 'y', threshold: 0.5 } };
  assert.deepEqual(mergeChoices(before, { chunk: { by: 'week' } }), { ...before, chunk: { by: 'week' } });
  assert.deepEqual(mergeChoices(before, { evaluate: { target: null } }), { profile: 'strict', evaluate: { target: null } });
  assert.deepEqual(mergeChoices(before, { evaluate: {} }), { profile: 'strict' });
});

test('bounds that the settings say themselves are no choice', () => {
  const measureLimits = { roc_auc: { min: 0.78, maxDrop: 0.02 }, mae: { max: 40 } };
  assert.deepEqual(
    ownEvaluation({ target: 'y', limits: { roc_auc: { min: 0.78, maxDrop: 0.05 }, mae: { max: 40 }, f1: { min: 0.5 } } }, measureLimits),
    { target: 'y', limits: { roc_auc: { maxDrop: 0.05 }, f1: { min: 0.5 } } },
  );
  assert.deepEqual(ownEvaluation({ limits: { mae: { max: 40 } } }, measureLimits), {});
  assert.deepEqual(ownEvaluation({ limits: { f1: {} } }, measureLimits), {});
});

test('an evaluation has its own part of the spec; bound by bound a choice stands above the settings; a comparison has none of it', () => {
  const choices: Choices = { evaluate: { task: 'binary', limits: { roc_auc: { maxDrop: 0.05 } } } };
  const withLimits = { evaluate: { limits: { roc_auc: { min: 0.78, maxDrop: 0.02 }, mae: { max: 40 } } } };
  assert.deepEqual(comparisonSpec({ reference: null, current: '/b.csv', evaluate: true }, withLimits, choices), {
    reference: null,
    current: { path: '/b.csv' },
    profile: 'default',
    evaluate: { task: 'binary', limits: { roc_auc: { min: 0.78, maxDrop: 0.05 }, mae: { max: 40 } } },
  });
  assert.deepEqual(comparisonSpec({ ...pair, evaluate: true }, settings, {}).evaluate, {});
  assert.equal(comparisonSpec(pair, withLimits, choices).evaluate, undefined);
});
