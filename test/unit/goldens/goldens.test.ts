import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differences } from '../../goldens/compare.ts';
import { runFolder } from '../../goldens/runFolder.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fixtures', 'goldens');
const results = runFolder(folder);

for (const method of new Set(results.map((r) => r.method))) {
  test(`goldens: ${method}`, () => {
    const cases = results.filter((r) => r.method === method);
    assert.ok(
      cases.some((r) => r.outcome === 'passed'),
      'nothing was compared',
    );
    assert.deepEqual(
      cases.filter((r) => r.outcome === 'failed'),
      [],
    );
  });
}

test('goldens: only the cases known to have no function are skipped', () => {
  const skipped = results.filter((r) => r.outcome === 'skipped').map((r) => `${r.method}/${r.name}`);
  assert.deepEqual(skipped, [
    'data_quality/duplicates_dup',
    'data_quality/duplicates_none',
    'data_quality/duplicates_empty',
    'data_quality/schema_schema',
    'data_quality/schema_same',
    'special_functions/cvm_limit_cdf',
    'std_threshold/constant_threshold',
  ]);
});

test('compare: numbers within tolerance, everything else exactly', () => {
  const tolerance = { relative: 1e-9, absolute: 1e-12 };
  assert.deepEqual(differences({ p: 0.5 }, { p: 0.5 + 4e-10 }, tolerance), []);
  assert.equal(differences({ p: 0.5 }, { p: 0.5 + 1e-9 }, tolerance).length, 1);
  assert.equal(differences({ counts: [1, 2.0000000001] }, { counts: [1, 2] }, tolerance).length, 1);
  assert.deepEqual(differences({ x: Number.NaN, y: Number.POSITIVE_INFINITY }, { x: 'NaN', y: 'Infinity' }, tolerance), []);
  assert.equal(differences({ x: 0 }, { x: 'NaN' }, tolerance).length, 1);
  assert.equal(differences({ x: null }, { x: 0 }, tolerance).length, 1);
  assert.equal(differences({ x: 0 }, { x: null }, tolerance).length, 1);
  assert.equal(differences({}, { x: 1 }, tolerance).length, 1);
  assert.equal(differences({ ok: true }, { ok: false }, tolerance).length, 1);
  assert.deepEqual(differences({}, { note: 'words', beta: 1 }, tolerance, { beta: 'not built' }), []);
});
