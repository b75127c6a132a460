import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from 'vega-lite';
import type { Chart, ChartWords } from '../../../src/core/charts/chart.ts';
import { formatNumber } from '../../../src/core/format/number.ts';
import { categoryChart } from '../../../src/core/sections/drift/charts/categoryChart.ts';
import { categoryTimeChart } from '../../../src/core/sections/drift/charts/categoryTimeChart.ts';
import { chunkEcdf } from '../../../src/core/sections/drift/charts/chunkEcdf.ts';
import { ecdfChart } from '../../../src/core/sections/drift/charts/ecdfChart.ts';
import { histogramChart } from '../../../src/core/sections/drift/charts/histogramChart.ts';
import { missingTimeChart } from '../../../src/core/sections/drift/charts/missingTimeChart.ts';
import { overTimeChart } from '../../../src/core/sections/drift/charts/overTimeChart.ts';
import { quantileChart } from '../../../src/core/sections/drift/charts/quantileChart.ts';
import { whereRows } from '../../../src/core/sections/drift/charts/whereRows.ts';
import type { ColumnReport, Histogram } from '../../../src/core/sections/drift/result.ts';
import { pageLabelsEnglish } from '../../../src/core/sections/pageLabelKeys.ts';
import { column, untested } from '../../page/sampleColumns.ts';
import { sampleTime } from '../../page/sampleReport.ts';

const words: ChartWords = { locale: 'en', labels: pageLabelsEnglish };
const whole = { chunk: null, name: 'all of current' };
const june = { chunk: 7, name: 'June 2019' };
const hostile = "</script>'] + datum['x'] \"";
const names = sampleTime.chunks.map((chunk) => chunk.name);

const sample = (recipe: Partial<Parameters<typeof column>[0]>): ColumnReport =>
  column(
    { name: hostile, verdict: 'alert', effect: 0.2, since: 7, missing: [0.01, 0.2], ...recipe },
    sampleTime.chunks,
    sampleTime.referenceChunks,
    3,
  );
const numeric = sample({});
const category = sample({ categories: [hostile, 'b', 'c'] });

const charts: Record<string, Chart | null> = {
  histogram: histogramChart(numeric, whole, words),
  histogramOfChunk: histogramChart(numeric, june, words),
  histogramOnLogScale: histogramChart(numeric, june, words, true),
  discrete: histogramChart(sample({ discrete: true }), whole, words),
  ecdf: ecdfChart(numeric, whole, words),
  ecdfOfChunk: ecdfChart(numeric, june, words),
  quantiles: quantileChart(numeric, whole, words),
  quantilesOfChunk: quantileChart(numeric, june, words),
  categories: categoryChart(category, june, words),
  time: overTimeChart(sampleTime, numeric, june, names, words),
  categoryTime: categoryTimeChart(sampleTime, category, june, names, words),
  missing: missingTimeChart(sampleTime, numeric, june, names, words),
};

/** Every value of a spec outside of its data, with the way to it. */
function* settings(node: unknown, path: string): Generator<[string, unknown]> {
  if (typeof node !== 'object' || node === null) {
    yield [path, node];
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (!(path.endsWith('.data') && key === 'values')) yield* settings(value, `${path}.${key}`);
  }
}

for (const [name, chart] of Object.entries(charts)) {
  test(`${name}: compiles, colours by variable, strings only as data`, () => {
    assert.ok(chart !== null);
    const { spec, description, table } = chart;
    for (const [path, value] of settings(spec, name)) {
      if (/colou?r$|fill$|stroke$/i.test(path) && value !== null && value !== 'transparent') {
        assert.match(String(value), /^var\(--db-[a-z-]+\)$/, `${path}: ${String(value)}`);
      }
      if (/\.field$/.test(path)) assert.match(String(value), /^[a-z]\w{0,8}$/i, path);
      if (/expr/i.test(path)) assert.ok(!String(value).includes(hostile), path);
      // A name may stand in a title made of words, as the name of the window does; never where Vega reads code or fields.
      if (typeof value === 'string' && value.includes(hostile)) assert.fail(`${path}: ${value}`);
    }
    assert.deepEqual(JSON.parse(JSON.stringify(spec)), spec);
    const warnings: string[] = [];
    const keep = (...text: unknown[]): unknown => {
      warnings.push(text.join(' '));
      return logger;
    };
    const logger: Record<string, unknown> = { level: () => logger, error: keep, warn: keep, info: () => logger, debug: () => logger };
    compile(spec as unknown as Parameters<typeof compile>[0], { logger: logger as never });
    assert.deepEqual(warnings, []);
    assert.ok(description.includes(hostile));
    assert.ok(table.rows.length > 0);
    for (const row of table.rows) assert.equal(row.length, table.head.length);
    assert.equal(table.numeric.length, table.head.length);
  });
}

test('a column without data has no charts', () => {
  const none = untested('id', 'id', 'identifier');
  assert.equal(histogramChart(none, whole, words), null);
  assert.equal(ecdfChart(none, whole, words), null);
  assert.equal(quantileChart(none, whole, words), null);
  assert.equal(categoryChart(none, whole, words), null);
  assert.equal(overTimeChart(sampleTime, none, whole, names, words), null);
  assert.equal(categoryTimeChart(sampleTime, none, whole, names, words), null);
  assert.equal(missingTimeChart(sampleTime, sample({ missing: [0, 0] }), whole, names, words), null);
});

test('a chosen chunk brings its own counts', () => {
  const spread = (chart: Chart | null): string => JSON.stringify(chart?.table.rows.map((row) => row[2]));
  assert.notEqual(spread(histogramChart(numeric, whole, words)), spread(histogramChart(numeric, { ...whole, chunk: 0 }, words)));
  assert.notEqual(spread(categoryChart(category, whole, words)), spread(categoryChart(category, { ...whole, chunk: 0 }, words)));
});

test('the distribution function of a chunk stands on its own counts, at the inner bin edges only', () => {
  const histogram = { edges: [0, 1, 2, 3], reference: [5, 3, 2], current: [1, 1, 1], discrete: false } as unknown as Histogram;
  // Counted by hand: 1 of 4 below 1, 2 of 4 below 2.
  assert.deepEqual(chunkEcdf(histogram, [1, 1, 2]), { x: [1, 2], reference: [0.5, 0.8], share: [0.25, 0.5] });
  assert.equal(chunkEcdf(histogram, [0, 0, 0]), null);
  const chart = ecdfChart(numeric, june, words);
  assert.deepEqual(chart?.table.head, ['value', 'reference', 'June 2019']);
  assert.ok(chart?.keys.some((key) => /^largest gap in June 2019: /.test(key.text)));
});

test('the quartiles of a chunk stand beside the quantiles of the whole, and say whose they are', () => {
  const chart = quantileChart(numeric, june, words);
  const own = chart?.table.rows.filter((row) => row[0] === 'June 2019') ?? [];
  const quartiles = numeric.chunks[7]?.quartiles ?? [];
  assert.deepEqual(
    own.map((row) => row[3]),
    quartiles.map((value) => formatNumber(value, 'en')),
  );
  assert.equal(quantileChart(numeric, whole, words)?.table.head.length, 4);
});

const steep = (reference: readonly number[]): ColumnReport => ({
  ...numeric,
  histogram: { ...(numeric.histogram as Histogram), edges: [0, 1, 2, 3, 4, 5], reference, current: [30, 20, 0, 10, 40] },
});

test('a logarithmic scale is offered where one bin is over 100 times the median one that is not empty', () => {
  assert.equal(histogramChart(steep([1001, 0, 10, 0, 5]), whole, words)?.logScale, true);
  assert.equal(histogramChart(steep([1000, 0, 10, 0, 5]), whole, words)?.logScale, false);
  assert.equal(histogramChart(steep([0, 0, 0, 0, 0]), whole, words)?.logScale, false);
});

test('on a logarithmic scale every filled bin is a bar, an empty one is none, and lines stand at powers of ten', () => {
  const chart = histogramChart(steep([98_900, 0, 1000, 0, 100]), whole, words, true);
  const [bars] = (chart?.spec.layer ?? []) as { data: { values: { r: number; f: number }[] }; encoding: { y: Scaled } }[];
  interface Scaled {
    readonly scale: { readonly type: string; readonly domain: readonly [number, number] };
    readonly axis: { readonly values: readonly number[] };
  }
  // By hand: shares of 0.989, 0.01 and 0.001; the scale begins at half of the smallest.
  assert.deepEqual(
    bars!.data.values.map(({ r, f }) => r > f),
    [true, false, true, false, true],
  );
  const { scale, axis } = bars!.encoding.y;
  assert.equal(scale.type, 'log');
  assert.equal(scale.domain[0], 0.0005);
  assert.deepEqual(axis.values, [0.001, 0.01, 0.1, 1]);
});

test('times of day are written as such in every picture of numbers: axis, tips, tables', () => {
  const made = sample({ name: 'at' });
  const clock: ColumnReport = { ...made, types: { reference: 'TIME', current: 'TIME' } };
  const charts = [
    histogramChart(clock, whole, words),
    ecdfChart(clock, whole, words),
    quantileChart(clock, whole, words),
    overTimeChart(sampleTime, clock, whole, names, words),
  ];
  for (const chart of charts) {
    assert.ok(chart !== null);
    assert.ok(
      chart.table.rows.some((row) => row.some((cell) => /^\d+:\d\d\b/.test(cell))),
      JSON.stringify(chart.table.rows[0]),
    );
    assert.match(JSON.stringify(chart.spec), /':' \+ format/);
  }
  assert.ok(whereRows(clock, whole, words).some(({ name }) => /^\d+:\d\d – \d+:\d\d$/.test(name)));
});
