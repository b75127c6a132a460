import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { compile } from 'vega-lite';
import type { Chart, ChartWords } from '../../../src/core/charts/chart.ts';
import { shareBarsChart } from '../../../src/core/charts/shareBarsChart.ts';
import { evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { conceptChart } from '../../../src/core/sections/attribution/charts/conceptChart.ts';
import { conceptDifferenceChart } from '../../../src/core/sections/attribution/charts/conceptDifferenceChart.ts';
import { effectsChart } from '../../../src/core/sections/attribution/charts/effectsChart.ts';
import { estimateTimeChart } from '../../../src/core/sections/estimate/charts/estimateTimeChart.ts';
import { pageLabelsEnglish } from '../../../src/core/sections/pageLabelKeys.ts';
import { errorByDecileChart } from '../../../src/core/sections/performance/charts/errorByDecileChart.ts';
import { errorByPredictionChart } from '../../../src/core/sections/performance/charts/errorByPredictionChart.ts';
import { errorsChart } from '../../../src/core/sections/performance/charts/errorsChart.ts';
import { gainChart, liftChart } from '../../../src/core/sections/performance/charts/liftCharts.ts';
import { measureTimeChart } from '../../../src/core/sections/performance/charts/measureTimeChart.ts';
import { precisionRecallChart } from '../../../src/core/sections/performance/charts/precisionRecallChart.ts';
import { reliabilityChart } from '../../../src/core/sections/performance/charts/reliabilityChart.ts';
import { rocChart } from '../../../src/core/sections/performance/charts/rocChart.ts';
import { costChart, thresholdChart } from '../../../src/core/sections/performance/charts/thresholdCharts.ts';
import { cheapestThreshold, thresholdPoints } from '../../../src/core/sections/performance/charts/thresholdPoint.ts';
import { behaviourTimeChart } from '../../../src/core/sections/predictions/charts/behaviourTimeChart.ts';
import { predictedValuesChart, scoresOfClassChart } from '../../../src/core/sections/predictions/charts/scoreCharts.ts';
import { dotsChart } from '../../../src/core/sections/slices/charts/dotsChart.ts';
import { sampleEvaluation } from '../../page/sampleEvaluation.ts';

const words: ChartWords = { locale: 'en', labels: pageLabelsEnglish };
const hostile = "</script>'] + datum['x'] \"";
const small = 900;

let binary: Report;
let regression: Report;
before(async () => {
  [binary, regression] = await Promise.all([sampleEvaluation('binary', small), sampleEvaluation('regression', small)]);
});

/** Every picture of the sections on predictions, with a name from the data wherever one can stand. */
function charts(): Record<string, Chart | null> {
  const { time } = binary;
  const evaluation = evaluationOf(binary)!;
  const { curves, behaviour, measures, estimate, attribution, slices } = evaluation;
  const { residuals } = evaluationOf(regression)!;
  assert.ok(time && curves && estimate && attribution && slices && residuals);
  const names = time.chunks.map(() => hostile);
  const points = thresholdPoints(curves.current, { falsePositive: 1, falseNegative: 5 });
  const dots = slices.bySegment[0]!.rows.map((row) => ({ ...row, name: hostile }));
  const dotsOf = {
    dots,
    title: hostile,
    head: hostile,
    measure: 'share wrong',
    rule: { at: 0.2, text: 'all' },
    number: String,
    share: true,
  };
  const rows = attribution.rows.map((row) => ({ ...row, column: hostile }));
  return {
    roc: rocChart(curves.reference, curves.current, words),
    rocAlone: rocChart(null, curves.current, words),
    precisionRecall: precisionRecallChart(curves.reference, curves.current, words),
    gain: gainChart(curves.reference, curves.current, words),
    lift: liftChart(curves.reference, curves.current, words),
    reliability: reliabilityChart(curves.reference, curves.current, words),
    threshold: thresholdChart(points, words),
    cost: costChart(points, words),
    scoresOfClass: scoresOfClassChart(curves, { part: 'positive', name: hostile, threshold: 0.5 }, words),
    predictedValues: predictedValuesChart(evaluationOf(regression)!.behaviour, false, words),
    classes: shareBarsChart(
      behaviour.classes.map((row) => ({ ...row, name: hostile })),
      'class',
      'classes',
      words,
    ),
    classOverTime: behaviourTimeChart(time, behaviour, { series: { kind: 'class', index: 0 }, name: hostile, chunkNames: names }, words),
    meanOverTime: behaviourTimeChart(time, behaviour, { series: { kind: 'mean' }, name: 'mean', chunkNames: names }, words),
    measure: measureTimeChart(time, measures[0]!, 'ROC AUC', names, words),
    estimate: estimateTimeChart(time, estimate.rows[0]!, { unit: 'share', name: 'ROC AUC', chunkNames: names }, words),
    slices: dotsChart(dotsOf, words),
    effects: effectsChart(rows, 'share wrong', String, words),
    concept: conceptChart(attribution.concept.bins, words),
    conceptDifference: conceptDifferenceChart(evaluationOf(regression)!.attribution!.concept.bins, words),
    errors: errorsChart(residuals.reference, residuals.current, words),
    errorByPrediction: errorByPredictionChart(residuals.reference, residuals.current, words),
    errorByDecile: errorByDecileChart(residuals.reference, residuals.current, words),
  };
}

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

test('every picture of predictions compiles without a warning, is coloured by variables, and takes names only as data', () => {
  for (const [name, chart] of Object.entries(charts())) {
    assert.ok(chart !== null, name);
    const { spec, description, table } = chart;
    for (const [path, value] of settings(spec, name)) {
      if (/colou?r$|fill$|stroke$/i.test(path) && value !== null && value !== 'transparent') {
        assert.match(String(value), /^var\(--db-[a-z-]+\)$/, `${path}: ${String(value)}`);
      }
      if (typeof value === 'string' && value.includes(hostile)) assert.fail(`${path}: ${value}`);
    }
    assert.deepEqual(JSON.parse(JSON.stringify(spec)), spec, name);
    const warnings: string[] = [];
    const keep = (...text: unknown[]): unknown => {
      warnings.push(text.join(' '));
      return logger;
    };
    const logger: Record<string, unknown> = { level: () => logger, error: keep, warn: keep, info: () => logger, debug: () => logger };
    compile(spec as unknown as Parameters<typeof compile>[0], { logger: logger as never });
    assert.deepEqual(warnings, [], name);
    assert.ok(description.length > 0, name);
    assert.ok(table.rows.length > 0, name);
    for (const row of table.rows) assert.equal(row.length, table.head.length, name);
    assert.equal(table.numeric.length, table.head.length, name);
  }
});

test('what deciding at a threshold comes to, by hand', () => {
  const thresholds = { at: [0, 0.5, 1], tp: [3, 2, 0], fp: [5, 1, 0], fn: [0, 1, 3], tn: [0, 4, 5] };
  const points = thresholdPoints({ thresholds } as never, { falsePositive: 1, falseNegative: 4 });
  // 2 of 3 found, 2 of 3 right; 1 false alarm and 1 miss among 8 rows: (1 + 4) / 8.
  assert.deepEqual(points[1], { at: 0.5, tp: 2, fp: 1, fn: 1, tn: 4, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, cost: 5 / 8 });
  assert.equal(points[2]!.precision, null);
  assert.deepEqual(
    points.map((point) => point.cost),
    [5 / 8, 5 / 8, 12 / 8],
  );
  // 0 and 0.5 cost the same: the nearer to the middle is taken.
  assert.equal(cheapestThreshold(points)?.at, 0.5);
  const dearMisses = thresholdPoints({ thresholds } as never, { falsePositive: 1, falseNegative: 50 });
  assert.equal(cheapestThreshold(dearMisses)?.at, 0);
});

test('the table of a curve has the values between its points', () => {
  const side = { roc: { fpr: [0, 0.5, 1], tpr: [0, 0.8, 1] } };
  const { head, rows } = rocChart(null, side as never, words).table;
  assert.deepEqual(head, ['false positive rate', 'true positive rate, current']);
  // A quarter of the way lies on the straight line from 0 to 0.8, three quarters on that from 0.8 to 1.
  assert.deepEqual(rows[5], ['0.25', '0.400']);
  assert.deepEqual(rows[9], ['0.45', '0.720']);
  assert.deepEqual(rows[10], ['0.50', '0.800']);
  assert.deepEqual(rows[15], ['0.75', '0.900']);
});

test('a measure over time shows what still is allowed: reference less the allowed drop, and the floor', () => {
  const row = evaluationOf(binary)!.measures[0]!;
  const chart = measureTimeChart(binary.time!, row, 'ROC AUC', [], words);
  const written = JSON.stringify(chart?.spec);
  assert.ok(row.change && row.reference?.value);
  assert.ok(written.includes(`allowed: ${(row.reference.value - row.change.allowed).toFixed(3)}`));
  assert.ok(written.includes('limit 0.850'));
  assert.equal(chart?.table.rows.length, row.chunks.length + row.referenceChunks.length);
});

test('by how much the truth differs at the same prediction: signed, with its interval, and no point where a side has no rows', () => {
  const bin = {
    from: null,
    to: 10,
    reference: 5,
    current: 6.5,
    nReference: 40,
    nCurrent: 50,
    difference: { value: 1.5, low: -0.25, high: 3.25 },
  };
  const empty = { ...bin, from: 10, to: null, current: null, nCurrent: 0, difference: null };
  const { spec, table } = conceptDifferenceChart([bin, empty], words);
  assert.deepEqual(table.rows, [
    ['≤ 10', '5', '40', '6.5', '50', '+1.50', '−0.25', '+3.25'],
    ['> 10', '5', '40', '–', '0', '–', '–', '–'],
  ]);
  const layers = spec.layer as readonly {
    readonly mark: { readonly type: string };
    readonly data: { readonly values: readonly object[] };
  }[];
  for (const type of ['area', 'line', 'circle']) assert.equal(layers.find(({ mark }) => mark.type === type)?.data.values.length, 1, type);
  // The line of no difference is always in the picture.
  assert.match(JSON.stringify(spec), /"domain":\[-0\.\d+,3\.\d+\]/);
});

test('the concept of a regression is told with the differences that were tested', () => {
  const { concept } = evaluationOf(regression)!.attribution!;
  assert.ok(concept.bins.length > 3);
  for (const { difference, nReference, nCurrent } of concept.bins) {
    assert.equal(difference === null, nReference === 0 || nCurrent === 0);
    if (difference !== null) assert.ok(difference.low! < difference.value! && difference.value! < difference.high!);
  }
});

test('a long name takes two lines, broken between words', () => {
  const dot = { n: 10, value: 0.2, low: 0.1, high: 0.3, reference: null };
  const wish = { title: 'slices', head: 'slice', measure: 'error', rule: null, number: String, share: false };
  const names = (dots: readonly string[]): unknown => {
    const { spec } = dotsChart({ ...wish, dots: dots.map((name) => ({ ...dot, name })) }, words);
    const layers = spec.layer as readonly { readonly data: { readonly values: readonly { readonly t?: unknown }[] } }[];
    return [spec.height, layers.map(({ data }) => data.values.map(({ t }) => t)).find(([t]) => Array.isArray(t))];
  };
  assert.deepEqual(names(['plan is free']), [26, [['plan is free']]]);
  assert.deepEqual(names(['plan is free', 'temp is in (0.55, 0.7] and season is 4']), [
    68,
    [['plan is free'], ['temp is in (0.55, 0.7]', 'and season is 4']],
  ]);
  assert.deepEqual(names(['x'.repeat(60)]), [26, [['x'.repeat(60)]]]);
});
