import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnProfile } from '../../../src/core/data/columnProfile.ts';
import { inferRole } from '../../../src/core/roles/inferRole.ts';
import { nameHint, nameWords } from '../../../src/core/roles/nameHints.ts';
import { timeColumn } from '../../../src/core/roles/timeColumn.ts';

function profile(name: string, over: Partial<ColumnProfile> = {}): ColumnProfile {
  return {
    name,
    kind: 'number',
    physicalType: 'DOUBLE',
    rows: 1000,
    nulls: 0,
    nans: 0,
    infinities: 0,
    unreadable: 0,
    distinct: 700,
    distinctExact: true,
    min: 0,
    max: 100,
    integer: false,
    increasing: 'none',
    meanLength: 0,
    meanWords: 0,
    examples: [],
    ...over,
  };
}
const infer = (p: ColumnProfile) => inferRole(p, p);
const text = (name: string, over: Partial<ColumnProfile>) =>
  profile(name, { kind: 'text', physicalType: 'VARCHAR', min: null, max: null, meanLength: 8, meanWords: 1, ...over });

test('names are split into words', () => {
  assert.equal(nameWords('eventTime'), 'event time');
  assert.equal(nameWords('y_pred-proba'), 'y pred proba');
  assert.equal(nameHint('customerId', 'id'), 'id');
  assert.equal(nameHint('paid', 'id'), null);
  assert.equal(nameHint('grid', 'id'), null);
});

test('identifiers: unique whole numbers or texts with a name or an order that says so', () => {
  assert.equal(infer(profile('id', { integer: true, distinct: 1000 })).untested, 'identifier');
  assert.equal(infer(profile('n', { integer: true, distinct: 1000, increasing: 'strict' })).untested, 'identifier');
  assert.equal(infer(text('token', { distinct: 998, meanLength: 32 })).untested, 'identifier');
  assert.equal(infer(profile('customer_id', { integer: true, distinct: 400 })).untested, 'identifier');
});

test('measurements are no identifiers, however unique', () => {
  assert.equal(infer(profile('income', { distinct: 1000 })).untested, null);
  assert.equal(infer(profile('price', { integer: true, distinct: 990 })).untested, null);
  assert.equal(infer(profile('grid', { integer: true, distinct: 12 })).untested, null);
  // A code of few values is a category even when its name ends in id.
  assert.equal(infer(profile('store_id', { integer: true, distinct: 12 })).untested, null);
});

test('free text, constants, times and nested columns are named and not tested', () => {
  assert.equal(infer(text('comment', { distinct: 900, meanWords: 12, meanLength: 70 })).untested, 'free_text');
  assert.equal(infer(profile('version', { distinct: 1, min: 3, max: 3, examples: ['3'] })).untested, 'constant');
  assert.equal(infer(profile('when', { kind: 'timestamp', physicalType: 'TIMESTAMP' })).untested, 'timestamp');
  assert.equal(infer(profile('items', { kind: 'nested', physicalType: 'STRUCT(a INTEGER)' })).untested, 'nested');
});

test('a column that is constant on both sides but at another value is tested', () => {
  const before = profile('version', { distinct: 1, examples: ['3'] });
  assert.equal(inferRole(before, { ...before, examples: ['4'] }).untested, null);
});

test('scores, predictions and targets are known by name and range, and tested', () => {
  assert.deepEqual(
    ['y_pred_proba', 'y_pred', 'target'].map((n) => infer(profile(n, { min: 0, max: 1, distinct: 50 })).role),
    ['score', 'prediction', 'target'],
  );
  assert.equal(infer(profile('score', { min: 0, max: 850 })).role, 'feature');
});

test('the time axis is the timestamp column that stands in both, is named like one and rises', () => {
  const time = (name: string, over: Partial<ColumnProfile> = {}) =>
    profile(name, { kind: 'timestamp', physicalType: 'TIMESTAMP', ...over });
  const spec = { reference: { path: 'r' }, current: { path: 'c' } };
  const both = [time('birth'), time('event_time', { increasing: 'weak' })];
  assert.equal(timeColumn(spec, both, both), 'event_time');
  assert.equal(timeColumn({ ...spec, columns: { timestamp: null } }, both, both), null);
  assert.equal(timeColumn({ ...spec, columns: { timestamp: 'birth' } }, both, both), 'birth');
  assert.throws(() => timeColumn({ ...spec, columns: { timestamp: 'nope' } }, both, both), { code: 'unknown_column' });
  assert.throws(() => timeColumn({ ...spec, columns: { timestamp: 'x' } }, both, [profile('x')]), { code: 'not_a_timestamp' });
});
