import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracy } from '../../../src/core/measures/classification/accuracy.ts';
import { countsOfBinary } from '../../../src/core/measures/classification/binaryCounts.ts';
import { brier } from '../../../src/core/measures/classification/brier.ts';
import { calibrationError } from '../../../src/core/measures/classification/calibrationError.ts';
import { cohensKappa } from '../../../src/core/measures/classification/cohensKappa.ts';
import { ConfusionAccumulator, confusionCounts } from '../../../src/core/measures/classification/confusionCounts.ts';
import { confusionTable } from '../../../src/core/measures/classification/confusionTable.ts';
import { binaryLabelMeasures, multiclassLabelMeasures } from '../../../src/core/measures/classification/labelMeasures.ts';
import { logLoss } from '../../../src/core/measures/classification/logLoss.ts';
import { multiclassAuc } from '../../../src/core/measures/classification/multiclassAuc.ts';
import { multiclassScoreMeasures } from '../../../src/core/measures/classification/multiclassScoreMeasures.ts';
import { precisionRecallCurve, reducedPrecisionRecallCurve } from '../../../src/core/measures/classification/precisionRecallCurve.ts';
import { equalWidthBins } from '../../../src/core/measures/classification/reliability.ts';
import { rocAuc } from '../../../src/core/measures/classification/rocAuc.ts';
import { reducedRocCurve, rocCurve } from '../../../src/core/measures/classification/rocCurve.ts';
import { scoreBuckets } from '../../../src/core/measures/classification/scoreBuckets.ts';
import { scoreMeasures } from '../../../src/core/measures/classification/scoreMeasures.ts';
import type { Measure } from '../../../src/core/measures/measure.ts';
import { encodeLabels, rowsOfClass } from '../../../src/core/roles/labels.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { scoreCounts } from '../../../src/core/stats/samples/scoreCounts.ts';
import { summariseWeights } from '../../../src/core/stats/samples/weights.ts';
import { calibrationSlope } from '../../oracles/calibrationSlope.ts';
import { classTable } from '../../oracles/classTable.ts';
import { bestFBetaThreshold, cheapestThreshold, countsAtThreshold, expectedCost, thresholdTable } from '../../oracles/thresholds.ts';

const near = (actual: number, expected: number, tolerance = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);
const by = (measures: readonly Measure[]) => new Map(measures.map((m) => [m.name as string, m]));

/** Every measure is a number or has a reason, and nothing is NaN. */
function assertPlain(measures: readonly Measure[]) {
  for (const m of measures) {
    assert.equal(m.value === null, m.reason !== null, m.name);
    assert.ok(!JSON.stringify(m, (_, v) => (typeof v === 'number' && !Number.isFinite(v) ? 'BAD' : v)).includes('BAD'), JSON.stringify(m));
    if (m.interval && m.value !== null) assert.ok(m.interval.low <= m.value && m.value <= m.interval.high, JSON.stringify(m));
  }
}

/** Scores of about calibrated rows. */
function sample(n: number, seed: number) {
  const next = mulberry32(seed);
  const scores = Float64Array.from({ length: n }, () => next());
  const positive = Uint8Array.from(scores, (p) => (next() < p ? 1 : 0));
  return { scores, positive, counts: scoreCounts(scores, positive) };
}

test('labels of different types meet: numbers by value, text trimmed, missing ones counted', () => {
  const { classes, actual, predicted, missingActual, missingPredicted, rows } = encodeLabels(
    [1, '1', ' 2 ', 10, null, Number.NaN, 'x'],
    ['1.0', 1, 2, '9', '1', '1', ''],
  );
  assert.deepEqual(classes, ['1', '10', '2', '9', 'x']); // one is no number: order of code units
  assert.deepEqual([...actual], [0, 0, 2, 1, -1, -1, 4]);
  assert.deepEqual([...predicted], [0, 0, 2, 3, 0, 0, -1]);
  assert.deepEqual([missingActual, missingPredicted, rows], [2, 1, 4]);
  assert.deepEqual(encodeLabels([10, 9], [2, true as unknown as number]).classes, ['10', '2', '9', 'true']);
  assert.deepEqual(encodeLabels([10, 9], ['2', '-1']).classes, ['-1', '2', '9', '10']);
  assert.equal(encodeLabels(['12345678901234567', '12345678901234568'], ['1', '1']).classes.length, 3);
});

test('confusion counts: block by block as at once; missing pairs are left out', () => {
  const actual = Int32Array.of(0, 1, 1, -1, 2, 0);
  const predicted = Int32Array.of(0, 1, 0, 1, -1, 2);
  const whole = confusionCounts(actual, predicted, 3);
  const parts = new ConfusionAccumulator(3);
  parts.add(actual.subarray(0, 2), predicted.subarray(0, 2));
  parts.add(actual.subarray(2), predicted.subarray(2));
  assert.deepEqual(parts.counts(), whole);
  assert.deepEqual([parts.rows, parts.missing, whole.total], [4, 2, 4]);
  assert.equal(accuracy(whole), 0.5);
});

test('10 000 classes: measures without a full table; the table shows the 20 largest and the rest, with the same total', () => {
  const k = 10_000;
  const next = mulberry32(2);
  const actual = Int32Array.from({ length: 30_000 }, () => Math.floor(next() ** 3 * k));
  const predicted = actual.map((a) => (next() < 0.6 ? a : Math.floor(next() * k)));
  const counts = confusionCounts(actual, predicted, k);
  const measures = by(multiclassLabelMeasures(counts));
  near(measures.get('accuracy')!.value!, 0.6, 0.02);
  assert.ok(measures.get('f1_macro')!.value! > 0.2);
  const table = confusionTable(counts);
  assert.equal(table.classes.length, 21);
  assert.equal(table.classes[20], null);
  assert.equal(table.pooled, k - 20);
  assert.equal(
    table.counts.flat().reduce((s, c) => s + c, 0),
    30_000,
  );
});

test('binary measures without positives or predicted positives are null with the reason', () => {
  const none = by(binaryLabelMeasures(countsOfBinary({ tp: 0, fp: 0, fn: 0, tn: 9 }), 1));
  assert.equal(none.get('precision')!.reason, 'no_predicted_positives');
  assert.equal(none.get('recall')!.reason, 'no_positives');
  assert.equal(none.get('f1')!.reason, 'no_positives');
  assert.equal(none.get('kappa')!.reason, 'chance_agreement_is_certain');
  assert.equal(none.get('accuracy')!.value, 1);
  const empty = binaryLabelMeasures(countsOfBinary({ tp: 0, fp: 0, fn: 0, tn: 0 }), 1);
  assert.ok(empty.every((m) => m.value === null && m.reason === 'no_rows'));
  assertPlain([...none.values(), ...empty]);
});

test('binary measures: Wilson for shares, bootstrap for F1, all around the value', () => {
  const measures = by(binaryLabelMeasures(countsOfBinary({ tp: 40, fp: 10, fn: 20, tn: 130 }), 1));
  assertPlain([...measures.values()]);
  const half = by(binaryLabelMeasures(countsOfBinary({ tp: 5, fp: 5, fn: 1, tn: 1 }), 1)).get('precision')!;
  // statsmodels proportion_confint(5, 10, method="wilson") 0.13.5: goldens proportion_confint, case "half"
  near(half.interval!.low, 0.23659309051256394);
  near(half.interval!.high, 0.7634069094874361);
  assert.equal(measures.get('f1')!.interval!.method, 'bootstrap');
  // Delta method of F1 = 2tp / (2tp + fp + fn) for Poisson counts: se² = (2(fp + fn)/D²)² tp + (2tp/D²)² (fp + fn), D = 110.
  const basis = measures.get('f1')!.basis!;
  assert.ok(basis.kind === 'standard_error');
  near(basis.standardError, Math.sqrt((60 / 110 ** 2) ** 2 * 40 + (80 / 110 ** 2) ** 2 * 30), 0.004);
  assert.deepEqual(
    binaryLabelMeasures(countsOfBinary({ tp: 4, fp: 1, fn: 2, tn: 3 }), 1),
    binaryLabelMeasures(countsOfBinary({ tp: 4, fp: 1, fn: 2, tn: 3 }), 1),
  );
});

test('class table: largest classes first; a class never predicted has no precision', () => {
  const counts = confusionCounts(Int32Array.of(0, 1, 1, 1, 2, 2), Int32Array.of(0, 1, 1, 0, 1, 0), 4);
  const lines = classTable(counts, { limit: 3 });
  assert.deepEqual(
    lines.map((l) => [l.class, l.support, l.predicted]),
    [
      [1, 3, 3],
      [2, 2, 0],
      [0, 1, 3],
    ],
  );
  near(lines[0]!.precision.value!, 2 / 3);
  assert.equal(lines[1]!.precision.reason, 'no_predicted_positives');
  assert.equal(lines[1]!.f1, 0);
  assert.equal(classTable(counts)[3]!.f1, null);
  assert.deepEqual([...rowsOfClass(Int32Array.of(0, 1, -1), 1)], [0, 1, 2]);
});

test('weights: a row of weight 2 is two rows in the value, not in the certainty', () => {
  const actual = Int32Array.of(1, 1, 0, 0);
  const predicted = Int32Array.of(1, 0, 0, 1);
  const weights = Float64Array.of(2, 1, 3, 1);
  const counts = confusionCounts(actual, predicted, 2, weights);
  near(accuracy(counts)!, 5 / 7);
  const summary = summariseWeights(weights);
  assert.ok(summary.ok);
  near(summary.effectiveRows, 49 / 15);
  const measure = by(binaryLabelMeasures(counts, 1, { rowsPerWeight: summary.effectiveRows / summary.total })).get('accuracy')!;
  near(measure.value!, 5 / 7);
  assert.ok(measure.basis!.rows < 4);
  assert.deepEqual(summariseWeights(Float64Array.of(1, -1)), { ok: false, reason: 'negative_weights' });
  assert.deepEqual(summariseWeights(Float64Array.of(1, Number.NaN)), { ok: false, reason: 'negative_weights' });
  assert.deepEqual(summariseWeights(Float64Array.of(0)), { ok: false, reason: 'no_rows' });
  const { scores, positive, counts: plain } = sample(500, 4);
  const twice = scoreCounts(scores, positive, new Float64Array(500).fill(2));
  near(rocAuc(twice)!, rocAuc(plain)!);
  const unequal = Float64Array.from(scores, (_, i) => 1 + (i % 3));
  const repeated = (of: ArrayLike<number>) => Array.from(of).flatMap((v, i) => new Array<number>(unequal[i]!).fill(v));
  const copies = scoreCounts(Float64Array.from(repeated(scores)), Uint8Array.from(repeated(positive)));
  near(rocAuc(scoreCounts(scores, positive, unequal))!, rocAuc(copies)!);
});

test('kappa: linear and quadratic chance disagreement as summed over all pairs of classes', () => {
  const next = mulberry32(6);
  const actual = Int32Array.from({ length: 300 }, () => Math.floor(next() * 5));
  const predicted = actual.map((a) => (next() < 0.5 ? a : Math.floor(next() * 5)));
  const counts = confusionCounts(actual, predicted, 5);
  for (const [weights, power] of [
    ['linear', 1],
    ['quadratic', 2],
  ] as const) {
    let observed = 0;
    let expected = 0;
    for (let i = 0; i < 300; i++) observed += Math.abs(actual[i]! - predicted[i]!) ** power / 300;
    for (let a = 0; a < 5; a++)
      for (let p = 0; p < 5; p++) expected += ((Math.abs(a - p) ** power * counts.actual[a]!) / 300) * (counts.predicted[p]! / 300);
    near(cohensKappa(counts, weights)!, 1 - observed / expected);
  }
});

test('scores: ties, −0 and 0 are one score; missing scores and labels are left out and counted', () => {
  const counts = scoreCounts(Float64Array.of(0, -0, 0.5, Number.NaN, 0.5, 1), Uint8Array.of(1, 0, 0, 1, 2, 1));
  assert.deepEqual(
    [...counts.scores].map((s) => s + 0),
    [0, 0.5, 1],
  );
  assert.deepEqual([...counts.positives], [1, 0, 1]);
  assert.deepEqual([...counts.negatives], [1, 1, 0]);
  assert.equal(counts.excluded, 2);
  const weighted = scoreCounts(
    Float64Array.of(0, -0, 0.5, Number.NaN, 0.5, 1),
    Uint8Array.of(1, 0, 0, 1, 2, 1),
    new Float64Array(6).fill(1),
  );
  assert.deepEqual(weighted, counts);
});

test('scores: measures of empty, one-class, constant and out-of-range input', () => {
  const measuresOf = (scores: number[], positive: number[]) => {
    const measures = scoreMeasures(scoreCounts(Float64Array.from(scores), Uint8Array.from(positive)));
    assertPlain(measures);
    return by(measures);
  };
  assert.equal(measuresOf([], []).get('roc_auc')!.reason, 'no_rows');
  const oneClass = measuresOf([0.2, 0.4], [1, 1]);
  assert.equal(oneClass.get('roc_auc')!.reason, 'no_negatives');
  assert.equal(oneClass.get('average_precision')!.value, 1);
  assert.equal(measuresOf([0.2, 0.4], [0, 0]).get('average_precision')!.reason, 'no_positives');
  const constant = measuresOf([0.3, 0.3, 0.3, 0.3], [1, 0, 1, 0]);
  assert.equal(constant.get('roc_auc')!.value, 0.5);
  assert.equal(constant.get('ks')!.value, 0);
  const outside = measuresOf([-3, 0.2, 5, 7], [0, 1, 0, 1]);
  for (const name of ['log_loss', 'brier', 'ece']) assert.equal(outside.get(name)!.reason, 'score_outside_0_1');
  assert.equal(outside.get('roc_auc')!.value, 0.75);
  const perfect = measuresOf([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]).get('roc_auc')!;
  assert.equal(perfect.interval!.method, 'newcombe_auc');
  assert.ok(perfect.interval!.low < 0.9 && perfect.interval!.high === 1);
});

test('score groups keep the rows, and the AUC to a thousandth', () => {
  const { counts } = sample(20_000, 16);
  const groups = scoreBuckets(counts, 500);
  const sum = (of: Float64Array) => of.reduce((total, count) => total + count, 0);
  assert.ok(groups.scores.length <= 500 && groups.scores.length > 450);
  assert.deepEqual([sum(groups.positives), sum(groups.negatives)], [counts.totalPositives, counts.totalNegatives]);
  near(rocAuc(groups)!, rocAuc(counts)!, 1e-3);
  assert.equal(scoreBuckets(sample(100, 16).counts, 500).scores.length, 100);
});

test('scores: intervals cover the value of the population', () => {
  // Uniform scores, outcome by the score: AUC 5/6, Brier 1/6, log loss 1/2.
  const truth = { roc_auc: 5 / 6, brier: 1 / 6, log_loss: 0.5, average_precision: 5 / 6 } as Record<string, number>;
  const missed: Record<string, number> = {};
  for (let r = 0; r < 60; r++) {
    const measures = by(scoreMeasures(sample(600, 100 + r).counts, { replicates: 150 }));
    for (const name of ['roc_auc', 'brier', 'log_loss']) {
      const { low, high } = measures.get(name)!.interval!;
      if (truth[name]! < low || truth[name]! > high) missed[name] = (missed[name] ?? 0) + 1;
    }
    const ap = measures.get('average_precision')!;
    assert.ok(ap.interval!.low <= ap.value! && ap.value! <= ap.interval!.high);
  }
  for (const [name, times] of Object.entries(missed)) assert.ok(times <= 9, `${name} missed ${times} of 60`);
});

test('log loss and Brier: variance over rows, for Welch', () => {
  const { scores, positive, counts } = sample(200, 9);
  const losses = Array.from(scores, (p, i) => (p - positive[i]!) ** 2);
  const mean = losses.reduce((s, v) => s + v, 0) / 200;
  const result = brier(counts)!;
  near(result.mean, mean);
  near(result.variance, losses.reduce((s, v) => s + (v - mean) ** 2, 0) / 199);
  near(logLoss(counts)!.mean, Array.from(scores, (p, i) => -Math.log(positive[i] ? p : 1 - p)).reduce((s, v) => s + v, 0) / 200);
});

test('calibration: ECE of calibrated scores is near its size by chance; slope 1, intercept 0', () => {
  const { counts } = sample(20_000, 12);
  const error = calibrationError(equalWidthBins(counts)!)!;
  assert.ok(error.ece < 2 * error.eceByChance && error.ece > 0.3 * error.eceByChance, `${error.ece} against ${error.eceByChance}`);
  const slope = calibrationSlope(counts)!;
  near(slope.slope, 1, 0.05);
  near(slope.intercept, 0, 0.06);
  const extreme = { ...counts, scores: counts.scores.map((p) => p ** 2 / (p ** 2 + (1 - p) ** 2)) };
  near(calibrationSlope(extreme)!.slope, slope.slope / 2, 1e-6); // logits doubled
  assert.equal(calibrationSlope(scoreCounts(Float64Array.of(0.1, 0.9), Uint8Array.of(0, 1))), null);
});

test('curves: at most 200 points, each a point of the full curve, area kept', () => {
  const { counts } = sample(5000, 13);
  const full = rocCurve(counts)!;
  const drawn = reducedRocCurve(full);
  assert.ok(drawn.tpr.length <= 200 && drawn.tpr.length > 150);
  let area = 0;
  for (let i = 1; i < drawn.fpr.length; i++) area += ((drawn.fpr[i]! - drawn.fpr[i - 1]!) * (drawn.tpr[i]! + drawn.tpr[i - 1]!)) / 2;
  near(area, rocAuc(counts)!, 1e-3);
  for (let i = 1; i < drawn.thresholds.length; i++) {
    const exact = countsAtThreshold(counts, drawn.thresholds[i]!);
    near(drawn.tpr[i]!, exact.tp / counts.totalPositives);
    near(drawn.fpr[i]!, exact.fp / counts.totalNegatives);
  }
  const pr = reducedPrecisionRecallCurve(precisionRecallCurve(counts)!);
  assert.ok(pr.recall.length <= 200);
  assert.equal(pr.recall[pr.recall.length - 1], 1);
});

test('thresholds: the cheapest is found over every score, whatever the table shows', () => {
  const { counts } = sample(3000, 14);
  const costs = { falsePositive: 1, falseNegative: 4 };
  const best = cheapestThreshold(counts, costs)!;
  let least = Number.POSITIVE_INFINITY;
  for (const t of counts.scores) least = Math.min(least, expectedCost(countsAtThreshold(counts, t), costs)!);
  near(expectedCost(best, costs)!, least);
  near(best.threshold!, 0.2, 0.06); // calibrated: act when 4 p > 1 − p
  const table = thresholdTable(counts);
  assert.ok(table.length <= 200 && table.length > 150);
  assert.equal(table[0]!.threshold, null);
  assert.equal(table.at(-1)!.fn, 0);
  assert.ok(table.every((at) => at.tp + at.fp + at.fn + at.tn === 3000));
  assert.equal(cheapestThreshold(counts, { falsePositive: -1, falseNegative: 1 }), null);
  assert.equal(cheapestThreshold(counts, { falsePositive: 1, falseNegative: 0 })!.threshold, null);
  assert.ok(bestFBetaThreshold(counts)!.threshold! > 0.3);
});

test('multiclass AUC: standard error equals that of DeLong for two classes; missing classes and rows', () => {
  const { scores, positive, counts } = sample(400, 15);
  const actual = Int32Array.from(positive);
  const areas = multiclassAuc(actual, [scores.map((p) => 1 - p), scores])!;
  near(areas.ovrMacro.value, rocAuc(counts)!);
  near(areas.ovoMacro.value, rocAuc(counts)!);
  const { basis } = by(scoreMeasures(counts)).get('roc_auc')!;
  assert.ok(basis?.kind === 'standard_error');
  near(areas.ovrMacro.standardError, basis.standardError, 2e-4); // divisors n against n − 1
  near(areas.ovoWeighted.standardError, basis.standardError, 2e-4);
  const measures = by(
    multiclassScoreMeasures(
      Int32Array.of(0, 1, -1, 1),
      [0, 1, 2].map((c) => Float64Array.of(0.2, 0.3, 0.5, c === 1 ? 0.4 : 0.3)),
    ),
  );
  assert.equal(measures.get('roc_auc_ovr_macro')!.reason, 'one_class');
  assert.equal(measures.get('log_loss')!.n, 3);
  assertPlain([...measures.values()]);
  assertPlain(multiclassScoreMeasures(new Int32Array(0), [new Float64Array(0), new Float64Array(0)]));
  assertPlain(multiclassScoreMeasures(Int32Array.of(0, 1), [Float64Array.of(-1, 2), Float64Array.of(3, 4)]));
});

test('multiclass scores with weights', () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const raw = [5, 7, 11].map((a) => rows.map((i) => ((i * a) % 17) + 1));
  const scores = raw.map((column) => Float64Array.from(column, (v, i) => v / (raw[0]![i]! + raw[1]![i]! + raw[2]![i]!)));
  const actual = Int32Array.from(rows, (i) => (i * i + Math.floor(i / 3)) % 3);
  const weights = Float64Array.from(rows, (i) => ((i * 7) % 5) + 0.5 * (i % 3));
  const summary = summariseWeights(weights);
  assert.ok(summary.ok);
  const weighted = { weights, rowsPerWeight: summary.effectiveRows / summary.total };
  const measures = by(multiclassScoreMeasures(actual, scores, { weighted }));
  // Origin: scikit-learn 1.9.1, sample_weight: roc_auc_score (ovr), log_loss, brier_score_loss(scale_by_half=False), top_k_accuracy_score(k=2);
  // roc_auc_score (ovo), which takes no weights there, on rows repeated 2 · weight times.
  near(measures.get('roc_auc_ovr_macro')!.value!, 0.5175459318154122);
  near(measures.get('roc_auc_ovr_weighted')!.value!, 0.5173161157340217);
  near(measures.get('roc_auc_ovo_macro')!.value!, 0.51795746287693);
  near(measures.get('roc_auc_ovo_weighted')!.value!, 0.5176945651249689);
  near(measures.get('log_loss')!.value!, 1.2044378717174007);
  near(measures.get('brier')!.value!, 0.7187920694121253);
  near(measures.get('top_k_accuracy')!.value!, 0.5633333333333334);
  assert.equal(measures.get('log_loss')!.n, summary.total);
  assert.ok(Math.abs(measures.get('log_loss')!.basis!.rows - summary.effectiveRows) < 1e-9);
  // A weight of 2 for every row says no more than none; a weight of 0 takes a row out.
  const plain = multiclassAuc(actual, scores)!;
  const twice = multiclassAuc(actual, scores, new Float64Array(60).fill(2))!;
  near(twice.ovoMacro.value, plain.ovoMacro.value);
  near(twice.ovrWeighted.standardError, plain.ovrWeighted.standardError);
  const even = weights.map((_, i) => (i % 2 === 0 ? 1 : 0));
  const half = (column: Float64Array) => column.filter((_, i) => i % 2 === 0);
  const subset = multiclassScoreMeasures(
    actual.filter((_, i) => i % 2 === 0),
    scores.map(half),
  );
  assert.deepEqual(multiclassScoreMeasures(actual, scores, { weighted: { weights: even, rowsPerWeight: 1 } }), subset);
});
