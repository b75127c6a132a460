import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withMinus } from '../../../../src/core/format/minus.ts';
import { compactReport } from '../../../../src/core/render/compactReport.ts';
import { renderMarkdown } from '../../../../src/core/render/markdown.ts';
import { renderText } from '../../../../src/core/render/text.ts';
import { categoryChart } from '../../../../src/core/sections/drift/charts/categoryChart.ts';
import { categoryTimeChart } from '../../../../src/core/sections/drift/charts/categoryTimeChart.ts';
import { ecdfChart } from '../../../../src/core/sections/drift/charts/ecdfChart.ts';
import { overTimeChart } from '../../../../src/core/sections/drift/charts/overTimeChart.ts';
import { quantileChart } from '../../../../src/core/sections/drift/charts/quantileChart.ts';
import { whereRows } from '../../../../src/core/sections/drift/charts/whereRows.ts';
import { spokenText } from '../../../../src/core/sections/drift/words/spokenText.ts';
import { pageLabelsEnglish } from '../../../../src/core/sections/pageLabelKeys.ts';
import { sayDocument } from '../../../../src/core/sections/sayDocument.ts';
import { quantileSorted } from '../../../../src/core/stats/samples/quantile.ts';
import { quantileOfCounts } from '../../../../src/core/stats/samples/quantileOfCounts.ts';
import { miniBins } from '../../../../webview/heatmap/miniBins.ts';
import { changedReport } from '../../../harness/changedReport.ts';
import { chinese, english } from '../../words/translators.ts';
import { columnOf, fewValueColumns, fewValueReport, ratings } from './fewValues.ts';

const words = { locale: 'en', labels: pageLabelsEnglish };
const whole = { chunk: null, name: 'all of current' };
const report = await fewValueReport();
const rating = columnOf(report, 'rating');
const step = columnOf(report, 'step');
const flag = columnOf(report, 'flag');
const plan = columnOf(report, 'plan');
const twenty = Array.from({ length: 20 }, (_, i) => String(i + 1));
const inOrder = ratings.map((value) => withMinus(String(value)));

test('numbers with few values keep their order: in the report, bars, the table twin and the bars at a glance', () => {
  assert.equal(rating.categories?.ordered, true);
  assert.deepEqual(
    rating.categories?.values.map((entry) => entry.value),
    ratings.map(String),
  );
  const chart = categoryChart(rating, whole, words)!;
  assert.deepEqual(
    chart.table.rows.map((row) => row[0]),
    inOrder,
  );
  assert.equal(chart.table.head[0], 'value');
  assert.deepEqual(
    chart.picks?.map((pick) => pick.selection),
    ratings.map((value) => ({ kind: 'category', value: String(value) })),
  );
  // All twenty are pictured: bars that leave values out would show gaps that are none.
  const steps = categoryChart(step, whole, words)!;
  assert.deepEqual(
    steps.table.rows.map((row) => row[0]),
    twenty,
  );
  assert.deepEqual(
    steps.picks?.map((pick) => pick.name),
    twenty,
  );
  const glance = miniBins(step);
  assert.equal(glance.length, 20);
  assert.ok(glance[0]!.reference < glance[19]!.reference / 4);
  assert.deepEqual(
    categoryChart(flag, whole, words)?.table.rows.map((row) => row[0]),
    ['0', '1'],
  );
  assert.deepEqual(categoryTimeChart(report.time!, flag, whole, [], words)?.table.head.slice(2), ['0', '1']);
});

test('categories stay in the order of their moves', () => {
  assert.equal(plan.categories?.ordered, false);
  assert.deepEqual(
    plan.categories?.values.map((entry) => entry.value),
    ['plus', 'basic'],
  );
  assert.equal(categoryChart(plan, whole, words)?.table.head[0], 'category');
  assert.equal(plan.ecdf, null);
  assert.equal(plan.quantileShift, null);
});

/** Counted by hand from the rows. */
function sideOf(seed: number, start: string, moved: number): number[] {
  return (fewValueColumns(3000, seed, start, moved).rating as number[]).slice().sort((a, b) => a - b);
}

test('numbers with few values have distribution functions: exact at every value, with the gap that is the KS distance', () => {
  const shares = (side: readonly number[]): number[] => ratings.map((value) => side.filter((one) => one <= value).length / side.length);
  const [a, b] = [sideOf(5, '2025-01-01', 0), sideOf(6, '2026-01-01', 0.25)];
  assert.deepEqual(rating.ecdf, { x: [...ratings], reference: shares(a), current: shares(b), at: rating.ecdf!.at });
  const gaps = shares(a).map((share, i) => Math.abs(share - shares(b)[i]!));
  assert.ok(Math.abs(rating.measures!.ks!.d - Math.max(...gaps)) < 1e-12);
  assert.equal(rating.ecdf!.at, ratings[gaps.indexOf(Math.max(...gaps))]);
  const chart = ecdfChart(rating, whole, words)!;
  assert.deepEqual(
    chart.table.rows.map((row) => row[0]),
    inOrder,
  );
  assert.match(chart.description, /^Cumulative distribution of rating: reference and current\. largest gap/);
  // Also the step at the smallest value is in the picture.
  const [line] = chart.spec.layer as { data: { values: { x: number; y: number }[] } }[];
  assert.ok(line!.data.values[0]!.x < -2 && line!.data.values[0]!.y === 0);
});

test('of few values the curve of a chunk is exact, and its gap is drawn', () => {
  const cell = rating.chunks[1]!;
  const chart = ecdfChart(rating, { chunk: cell.chunk, name: 'February 2026' }, words)!;
  const total = cell.counts.reduce((sum, count) => sum + count, 0);
  assert.equal(chart.table.rows.length, ratings.length);
  assert.deepEqual(chart.table.head, ['value', 'reference', 'February 2026']);
  assert.equal(chart.table.rows[2]![2], `${Math.round((100 * (cell.counts[0]! + cell.counts[1]! + cell.counts[2]!)) / total)}\u202f%`);
  assert.match(
    chart.description,
    new RegExp(`^Cumulative distribution of rating: reference and February 2026\\. .* ${Math.round(cell.measures.ks!.d * 100)}\u202f%$`),
  );
});

test('numbers with few values have quantiles; those at one place are one larger dot', () => {
  const [a, b] = [sideOf(5, '2025-01-01', 0), sideOf(6, '2026-01-01', 0.25)];
  const shift = rating.quantileShift!;
  assert.equal(shift.probabilities.length, 51);
  for (const [i, p] of shift.probabilities.entries()) {
    assert.equal(shift.reference[i], quantileSorted(Float64Array.from(a), p));
    assert.equal(shift.current[i], quantileSorted(Float64Array.from(b), p));
  }
  const chart = quantileChart(rating, whole, words)!;
  const dots = (chart.spec.layer as { data: { values: { r: number; c: number; pt: string; size: number }[] } }[])[1]!.data.values;
  assert.equal(new Set(dots.map((dot) => `${dot.r} ${dot.c}`)).size, dots.length);
  assert.ok(dots.length < 20 && dots.some((dot) => / – /.test(dot.pt) && dot.size > 26));
  assert.match(chart.keys[0]!.text, /^a dot every 2\u202f% of rows; a larger one holds several$/);
});

test('two values are a flag: bars in order, no tabs that say the same in another way', () => {
  assert.equal(flag.categories?.ordered, true);
  assert.equal(flag.ecdf, null);
  assert.equal(flag.quantileShift, null);
});

test('the median over time has both sides', () => {
  assert.ok(rating.referenceChunks.length >= 4 && rating.referenceChunks.every((chunk) => chunk.quartiles !== null));
  const days = fewValueColumns(3000, 5, '2025-01-01', 0);
  const january = Float64Array.from(
    (days.rating as number[]).filter((_, i) => (days.event_time as Date[])[i]!.getTime() < Date.parse('2025-02-01')).sort((x, y) => x - y),
  );
  assert.deepEqual(
    rating.referenceChunks[0]!.quartiles,
    [0.25, 0.5, 0.75].map((p) => quantileSorted(january, p)),
  );
  const names = report.time!.chunks.map((chunk) => chunk.name);
  const chart = overTimeChart(report.time!, rating, whole, names, words)!;
  assert.equal(chart.table.rows.length, report.time!.referenceChunks.length + report.time!.chunks.length);
});

test('a quantile of counts is that of the values', () => {
  const values = [-3, 0, 0.1, 7];
  for (const counts of [
    [1, 0, 0, 0],
    [1, 1, 0, 0],
    [2, 0, 3, 1],
    [10, 20, 5, 400],
    [0, 0, 0, 2],
  ]) {
    const sorted = Float64Array.from(values.flatMap((value, i) => Array.from({ length: counts[i]! }, () => value)));
    for (const p of [0, 0.01, 0.25, 1 / 3, 0.5, 0.75, 0.99, 1])
      assert.equal(quantileOfCounts(values, counts, p), quantileSorted(sorted, p), `${counts} ${p}`);
  }
  assert.ok(Number.isNaN(quantileOfCounts(values, [0, 0, 0, 0], 0.5)));
});

test('the smallest export keeps every step', () => {
  const small = columnOf(compactReport(report, 0), 'step');
  assert.equal(small.ecdf!.x.length, 20);
  assert.equal(ecdfChart(small, whole, words)!.table.rows.length, 20);
});

test('where it moved stays largest first, under the head of values', () => {
  const rows = whereRows(rating, whole, words);
  assert.equal(rows[0]!.name, '12');
  assert.ok(rows.some((row) => row.name === '\u22122'));
});

test('a column of few numbers is heard as numbers, a flag by its shares', () => {
  const side = Float64Array.from(sideOf(5, '2025-01-01', 0));
  const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(side, p));
  const heard = spokenText(rating, english, 'en');
  assert.ok(heard.startsWith(`Distribution of rating. Reference: median ${median}, middle half ${low} to ${high}, 3,000 values.`), heard);
  assert.match(spokenText(flag, english, 'en'), /^Shares of the categories of flag\. Reference: 0 \d+.%.* and 1 \d+.%/);
});

test('new and vanished numbers are told as values, in their order, in both languages', async () => {
  const changed = structuredClone(report) as typeof report;
  const categories = columnOf(changed, 'rating').categories!;
  const fresh = [
    { value: '100', reference: 0, current: 90 },
    { value: '-7', reference: 0, current: 80 },
    { value: '30.000000000000004', reference: 0, current: 70 },
    { value: '5', reference: 0, current: 10 },
  ];
  Object.assign(categories, { fresh: { categories: 4, rows: 250, values: fresh } });
  const note = {
    code: 'new_categories' as const,
    level: 'watch' as const,
    side: 'current' as const,
    column: 'rating',
    values: { categories: 4, rows: 250, share: 250 / 3000, examples: '100, -7, 30.000000000000004' },
  };
  const noted = changedReport(changed, { notes: [note] });
  const said = [english, chinese].map((t, i) => sayDocument(noted, t, i === 0 ? 'en' : 'zh-cn'));
  const text = renderText(said[0]!, { width: 200, color: false }).replace(/\s+/g, ' ');
  assert.match(text, /rating: 4 values that reference does not have, in 250 rows \(8\.3 % of all\): \u22127, 30, 100 and 1 more\./);
  assert.match(renderMarkdown(said[1]!), /4 个参考数据中没有的值.*\u22127.*30.*100/);
});
