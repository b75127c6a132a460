import { accuracy } from '../../../src/core/measures/classification/accuracy.ts';
import { averagePrecision } from '../../../src/core/measures/classification/averagePrecision.ts';
import { averageOverClasses } from '../../../src/core/measures/classification/averages.ts';
import { balancedAccuracy } from '../../../src/core/measures/classification/balancedAccuracy.ts';
import { type BinaryCounts, binaryCounts, countsOfBinary } from '../../../src/core/measures/classification/binaryCounts.ts';
import { brier, brierOfPrevalence } from '../../../src/core/measures/classification/brier.ts';
import { calibrationError } from '../../../src/core/measures/classification/calibrationError.ts';
import { classifierKolmogorovSmirnov } from '../../../src/core/measures/classification/classifierKolmogorovSmirnov.ts';
import { cohensKappa } from '../../../src/core/measures/classification/cohensKappa.ts';
import { type ConfusionCounts, confusionCounts } from '../../../src/core/measures/classification/confusionCounts.ts';
import { confusionTable } from '../../../src/core/measures/classification/confusionTable.ts';
import { fBeta } from '../../../src/core/measures/classification/fBeta.ts';
import { liftGain } from '../../../src/core/measures/classification/liftGain.ts';
import { logLoss } from '../../../src/core/measures/classification/logLoss.ts';
import { matthews } from '../../../src/core/measures/classification/matthews.ts';
import { multiclassAuc } from '../../../src/core/measures/classification/multiclassAuc.ts';
import { multiclassLosses } from '../../../src/core/measures/classification/multiclassLosses.ts';
import { negativePredictiveValue, precision, recall, specificity } from '../../../src/core/measures/classification/precisionRecall.ts';
import { equalMassBins, equalWidthBins, reliabilityCurve } from '../../../src/core/measures/classification/reliability.ts';
import { gini, rocAuc } from '../../../src/core/measures/classification/rocAuc.ts';
import { rocCurve } from '../../../src/core/measures/classification/rocCurve.ts';
import { topKHits } from '../../../src/core/measures/classification/topKAccuracy.ts';
import { type EncodedLabels, encodeLabels } from '../../../src/core/roles/labels.ts';
import { type ScoreCounts, scoreCounts } from '../../../src/core/stats/samples/scoreCounts.ts';
import type { Adapter, GoldenCase } from '../golden.ts';
import { value } from '../golden.ts';
import { entries, numbers } from '../input.ts';

/** sklearn's zero_division=0: the goldens have 0 where the product says that there is no value. */
const zeroIfNone = (v: number | null): number => v ?? 0;

export function labelsOf(input: GoldenCase['input']): { encoded: EncodedLabels; counts: ConfusionCounts } {
  const encoded = encodeLabels(entries(input.y_true) as string[], entries(input.y_pred) as string[]);
  return { encoded, counts: confusionCounts(encoded.actual, encoded.predicted, encoded.classes.length) };
}

export function scored(input: GoldenCase['input'], score: unknown = input.y_score): ScoreCounts {
  return scoreCounts(Float64Array.from(numbers(score)), positives(input.y_true));
}

export function positives(labels: unknown): Uint8Array {
  return Uint8Array.from(entries(labels), (label) => (label === null ? 2 : Number(label)));
}

export function binaryValues(counts: BinaryCounts): Record<string, number> {
  const table = countsOfBinary(counts);
  const n = table.total;
  const tpr = zeroIfNone(recall(counts));
  const tnr = zeroIfNone(specificity(counts));
  return {
    accuracy: zeroIfNone(accuracy(table)),
    precision: zeroIfNone(precision(counts)),
    recall: tpr,
    specificity: tnr,
    npv: zeroIfNone(negativePredictiveValue(counts)),
    fpr: counts.fp + counts.tn > 0 ? 1 - tnr : 0,
    fnr: counts.fn + counts.tp > 0 ? 1 - tpr : 0,
    f1: zeroIfNone(fBeta(counts, 1)),
    f2: zeroIfNone(fBeta(counts, 2)),
    f05: zeroIfNone(fBeta(counts, 0.5)),
    mcc: zeroIfNone(matthews(table)),
    kappa: cohensKappa(table) ?? Number.NaN,
    prevalence: (counts.tp + counts.fn) / n,
    predicted_positive_rate: (counts.tp + counts.fp) / n,
    // The goldens take the mean of both rates even when a class is missing and its rate is 0/0.
    balanced_accuracy: (tpr + tnr) / 2,
    informedness: tpr + tnr - 1,
  };
}

const binary: Adapter = ({ input }) => {
  const [tp, fp, fn, tn] = ['tp', 'fp', 'fn', 'tn'].map((name) => Number(input[name])) as [number, number, number, number];
  return value(binaryValues({ tp, fp, fn, tn }));
};

const betas = { f1: 1, f2: 2, f05: 0.5 } as const;

/** Precision, recall and F of all classes, averaged one way. */
function averaged(of: (one: (class_: BinaryCounts) => number | null) => number | null) {
  return Object.fromEntries([
    ['precision', of(precision)],
    ['recall', of(recall)],
    ...Object.entries(betas).map(([name, beta]) => [name, of((class_) => fBeta(class_, beta))]),
  ]);
}

const labels: Adapter = ({ input }) => {
  const { encoded, counts } = labelsOf(input);
  const acc = accuracy(counts);
  const classes = encoded.classes.map((_, c) => binaryCounts(counts, c));
  const numeric = entries(input.y_true).every((label) => typeof label === 'number');
  return value({
    accuracy: acc,
    balanced_accuracy: balancedAccuracy(counts),
    mcc: matthews(counts),
    kappa: cohensKappa(counts) ?? Number.NaN,
    kappa_linear: cohensKappa(counts, 'linear') ?? Number.NaN,
    kappa_quadratic: cohensKappa(counts, 'quadratic') ?? Number.NaN,
    labels: encoded.classes.map((name) => (numeric ? Number(name) : name)),
    confusion_matrix: confusionTable(counts, 100).counts,
    macro: averaged((of) => averageOverClasses(counts, of).macro),
    weighted: averaged((of) => averageOverClasses(counts, of).weighted),
    micro: Object.fromEntries(['precision', 'recall', 'f1', 'f2', 'f05'].map((name) => [name, acc])),
    per_class: {
      precision: classes.map((class_) => zeroIfNone(precision(class_))),
      recall: classes.map((class_) => zeroIfNone(recall(class_))),
      f1: classes.map((class_) => zeroIfNone(fBeta(class_))),
      support: counts.actual,
    },
  });
};

const undefined_ = 'undefined';

const auc: Adapter = ({ input }) => {
  const counts = scored(input);
  const area = rocAuc(counts);
  const curve = rocCurve(counts);
  return value({
    status: area === null ? undefined_ : 'ok',
    auc: area,
    gini: gini(area),
    ks: classifierKolmogorovSmirnov(counts),
    fpr: curve?.fpr,
    tpr: curve?.tpr,
  });
};

const ap: Adapter = ({ input }) => {
  const counts = scored(input);
  const area = averagePrecision(counts);
  return value(
    {
      status: area === null ? undefined_ : 'ok',
      ap: area,
      prevalence: counts.totalPositives / (counts.totalPositives + counts.totalNegatives),
    },
    { pr_auc_trapezoid: 'the trapezoid rule is too kind and not offered' },
  );
};

const losses: Adapter = ({ input }) => {
  const counts = scored(input);
  return value({
    log_loss: logLoss(counts)?.mean ?? null,
    brier: brier(counts)?.mean ?? null,
    brier_ref: brierOfPrevalence(counts),
  });
};

const calibration: Adapter = ({ input, expected }) => {
  const scores = Float64Array.from(numbers(input.y_score));
  const counts = scored(input);
  const answer: Record<string, unknown> = {};
  for (const field of Object.keys(expected as object)) {
    const [kind, by, bins] = field.split('_');
    if (kind !== 'ece' && kind !== 'mce') continue;
    const made = by === 'width' ? equalWidthBins(counts, Number(bins)) : equalMassBins(scores, positives(input.y_true), Number(bins));
    const error = made && calibrationError(made);
    answer[field] = error ? error[kind] : null;
  }
  const curve = reliabilityCurve(equalWidthBins(counts, 10, 'below') ?? []);
  return value({ ...answer, curve_true: curve.map((point) => point.observed), curve_pred: curve.map((point) => point.predicted) });
};

/** The goldens also have lift and gain in file order; where rows are tied at the border the product has only their expected value. */
const lifts: Adapter = ({ input, params }) => {
  const counts = scored(input);
  const sorted = Float64Array.from(numbers(input.y_score)).sort().reverse();
  const without: Record<string, string> = {};
  const answer = (params.fractions as number[]).map((fraction) => {
    const at = liftGain(counts, fraction);
    const rows = at?.rows ?? 0;
    if (sorted[rows - 1] === sorted[rows]) {
      without[`${fraction}.lift`] = 'rows tied at the border count with their expected value, not in file order';
      without[`${fraction}.gain`] = without[`${fraction}.lift`]!;
    }
    const [lift, gain] = [at?.lift ?? null, at?.gain ?? null];
    return [String(fraction), { lift, gain, lift_expected: lift, gain_expected: gain }];
  });
  return value(Object.fromEntries(answer), without);
};

const multiclass: Adapter = ({ input }) => {
  const names = (input.classes as (string | number)[]).map(String);
  const actual = Int32Array.from(entries(input.y_true), (label) => names.indexOf(String(label)));
  const rows = input.proba as number[][];
  const columns = names.map((_, c) => Float64Array.from(rows, (row) => row[c]!));
  const areas = multiclassAuc(actual, columns);
  const loss = multiclassLosses(actual, columns);
  const ofClass = (c: number) =>
    scoreCounts(
      columns[c]!,
      Uint8Array.from(actual, (a) => (a === c ? 1 : 0)),
    );
  return value({
    auc: rocAuc(ofClass(1)),
    ovr_macro: areas?.ovrMacro.value ?? null,
    ovr_weighted: areas?.ovrWeighted.value ?? null,
    ovo_macro: areas?.ovoMacro.value ?? null,
    ovo_weighted: areas?.ovoWeighted.value ?? null,
    log_loss: loss?.logLoss.mean ?? null,
    brier_multiclass: loss?.brier.mean ?? null,
    per_class_auc: areas?.perClass ?? names.map((_, c) => rocAuc(ofClass(c))),
    per_class_ap: names.map((_, c) => averagePrecision(ofClass(c))),
    top2_accuracy: topKHits(actual, columns, 2) / actual.length,
  });
};

export const classificationAdapters: Readonly<Record<string, Adapter>> = {
  binary_from_counts: binary,
  classification_labels: labels,
  roc_auc: auc,
  average_precision: ap,
  logloss_brier: losses,
  calibration,
  lift_gain: lifts,
  multiclass_auc: multiclass,
};
