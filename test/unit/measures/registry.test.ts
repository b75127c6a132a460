import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driftMeasures, driftValues } from '../../../src/core/measures/drift/registry.ts';
import { windowMeasures } from '../../../src/core/measures/drift/windowMeasures.ts';
import {
  catalogue,
  isMeasureName,
  measuresOfClassScores,
  measuresOfErrors,
  measuresOfLabels,
  measuresOfLists,
  measuresOfScores,
} from '../../../src/core/measures/registry.ts';
import { driftFigure, hasDriftFigure } from '../../../src/core/report/driftFigure.ts';
import { driftMeasureTexts } from '../../../src/core/sections/drift/words/driftMeasureTexts.ts';
import { pageLabelsEnglish } from '../../../src/core/sections/pageLabelKeys.ts';
import { chinese, english } from '../words/translators.ts';

test('a measure stands in the catalogue by its code, and in a list of those that compute for each of its tasks', () => {
  const lists = {
    binary: [measuresOfLabels, measuresOfScores],
    multiclass: [measuresOfLabels, measuresOfClassScores],
    regression: [measuresOfErrors],
    ranking: [measuresOfLists],
  } as const;
  for (const [code, definition] of Object.entries(catalogue)) {
    assert.equal(definition.id, code);
    assert.ok(definition.tasks.length > 0, code);
    for (const task of definition.tasks) {
      const computed = lists[task].flatMap((list) => list.map((measure) => measure.definition as unknown));
      assert.equal(computed.filter((one) => one === definition).length, 1, `${code} of ${task}`);
    }
    assert.ok(definition.range[0] < definition.range[1], code);
    assert.deepEqual(
      Object.keys(definition.shown ?? {}).filter((task) => !(definition.tasks as readonly string[]).includes(task)),
      [],
      code,
    );
  }
  assert.ok(isMeasureName('roc_auc'));
  assert.ok(!isMeasureName('constructor') && !isMeasureName('toString'));
});

test('a drift measure has a value of its key, and names of its own in both languages', () => {
  const keys = Object.keys(driftValues);
  assert.deepEqual([...new Set(driftMeasures.map(({ key }) => key))], keys);
  assert.equal(new Set(driftMeasures.map(({ id }) => id)).size, driftMeasures.length);
  for (const t of [english, chinese]) {
    assert.equal(new Set(driftMeasures.map(({ name }) => name(t))).size, driftMeasures.length);
    assert.equal(new Set(driftMeasures.map(({ about }) => about(t))).size, driftMeasures.length);
  }
  // Said once: the labels of the page do not repeat them.
  const labels = new Set<string>(Object.values(pageLabelsEnglish));
  assert.deepEqual(
    driftMeasureTexts(english).filter(({ name }) => labels.has(name)),
    [],
  );
});

test('the values of a window are those of the counts and distances, each where the page and CSV look for it', () => {
  const counts = { reference: Float64Array.of(60, 30, 10), current: Float64Array.of(30, 40, 30) };
  const category = windowMeasures({ ...counts, comparedAs: 'category', values: null, row: null });
  const shown = Object.fromEntries(driftMeasures.map(({ id, key, field }) => [id, driftFigure(category, key, field)]));
  const close = (value: number | null | undefined, expected: number): void =>
    assert.ok(Math.abs((value ?? Number.NaN) - expected) < 1e-9, `${value}`);
  // By hand: Σ (observed − expected)² / expected, expected the mean of both sides; V is the root of that over the rows.
  close(shown.chi_square, 10 + 10 / 7 + 10);
  close(shown.cramers_v, Math.sqrt((20 + 10 / 7) / 200));
  assert.deepEqual([shown.ks, shown.wasserstein, shown.anderson_darling], [null, null, null]);
  assert.ok(shown.psi! > 0 && shown.jensen_shannon! > 0);
  const values = { n: 100, m: 100, d: 0.3, wasserstein: 4, scale: 0 };
  const number = windowMeasures({ ...counts, comparedAs: 'number', values, row: { p: 0.01, test: 'anderson_darling', statistic: 5 } });
  assert.deepEqual([number.wasserstein, number.chiSquare, number.andersonDarling], [{ raw: 4, robustSd: null }, null, { a2: 5, p: 0.01 }]);
  assert.ok(hasDriftFigure(number, 'wasserstein') && driftFigure(number, 'wasserstein', 'robustSd') === null);
  assert.ok(Object.values(windowMeasures(null)).every((value) => value === null));
  assert.deepEqual(Object.keys(windowMeasures(null)), Object.keys(driftValues));
});
