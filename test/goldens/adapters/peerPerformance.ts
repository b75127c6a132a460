import { accuracy } from '../../../src/core/measures/classification/accuracy.ts';
import { averageOverClasses } from '../../../src/core/measures/classification/averages.ts';
import { type BinaryCounts, binaryCounts } from '../../../src/core/measures/classification/binaryCounts.ts';
import { type ConfusionCounts, confusionCounts, countsOfCells } from '../../../src/core/measures/classification/confusionCounts.ts';
import { confusionTable } from '../../../src/core/measures/classification/confusionTable.ts';
import { fBeta } from '../../../src/core/measures/classification/fBeta.ts';
import { logLoss } from '../../../src/core/measures/classification/logLoss.ts';
import { precision, recall } from '../../../src/core/measures/classification/precisionRecall.ts';
import { equalMassEdges } from '../../../src/core/measures/classification/reliability.ts';
import { rocAuc } from '../../../src/core/measures/classification/rocAuc.ts';
import { rocCurve, withoutStraightPoints } from '../../../src/core/measures/classification/rocCurve.ts';
import { personalisationAtK } from '../../../src/core/measures/ranking/coverage.ts';
import { f1AtK } from '../../../src/core/measures/ranking/precisionAtK.ts';
import { rankedLists } from '../../../src/core/measures/ranking/rankedLists.ts';
import { encodeLabels } from '../../../src/core/roles/labels.ts';
import { studentTTest } from '../../../src/core/stats/intervals/welch.ts';
import { moments } from '../../../src/core/stats/samples/moments.ts';
import { type ScoreCounts, scoreCounts } from '../../../src/core/stats/samples/scoreCounts.ts';
import { countsAtThreshold } from '../../oracles/thresholds.ts';
import { type Adapter, type GoldenCase, skip, value } from '../golden.ts';
import { entries, finite, numbers } from '../input.ts';
import { binaryValues, labelsOf, scored } from './classification.ts';
import { codes, listsOf, rankingAt } from './ranking.ts';
import { regressionValues } from './regression.ts';

const atThreshold =
  (threshold: (golden: GoldenCase) => number): Adapter =>
  (golden) => {
    const counts = scored(golden.input);
    const decision = binaryValues(countsAtThreshold(counts, threshold(golden)));
    return value({
      ...decision,
      tpr: decision.recall,
      tnr: decision.specificity,
      roc_auc: rocAuc(counts),
      log_loss: logLoss(counts)?.mean,
    });
  };

/** Measures of the positive class of a case that gives true and predicted labels. */
const ofPositive =
  (name: string, positive?: unknown): Adapter =>
  ({ input }) => {
    const encoded = encodeLabels(entries(input.y_true) as string[], entries(input.y_pred) as string[]);
    const counts = confusionCounts(encoded.actual, encoded.predicted, encoded.classes.length);
    const at = encoded.classes.indexOf(String(positive ?? input.pos_label ?? 1));
    const values = binaryValues(binaryCounts(counts, at));
    return value({ value: { ...values, tpr: values.recall, tnr: values.specificity }[name] });
  };

const regressionField =
  (name: string): Adapter =>
  ({ input }) =>
    value({ value: regressionValues(input)[name] });

/** Scores of the class of a label, 1 where the label is that class. */
function scoresOf(truth: unknown, score: unknown, positive: unknown): ScoreCounts {
  return scoreCounts(
    Float64Array.from(numbers(score)),
    Uint8Array.from(entries(truth), (label) => (label === positive ? 1 : 0)),
  );
}

const zeroIfNone = (of: (class_: BinaryCounts) => number | null, counts: ConfusionCounts) => averageOverClasses(counts, of).macro ?? 0;

const macro: Adapter = ({ input }) => {
  const { counts } = labelsOf(input);
  return value({
    accuracy: accuracy(counts),
    precision: zeroIfNone(precision, counts),
    recall: zeroIfNone(recall, counts),
    f1: zeroIfNone((class_) => fBeta(class_), counts),
  });
};

const byClass: Adapter = ({ input }) => {
  const matrix = input.matrix as number[][];
  const k = matrix.length;
  const cells = {
    actual: Int32Array.from({ length: k * k }, (_, i) => Math.floor(i / k)),
    predicted: Int32Array.from({ length: k * k }, (_, i) => i % k),
    count: Float64Array.from(matrix.flat()),
  };
  const counts = countsOfCells(cells, k);
  return value(matrix.map((_, c) => binaryCounts(counts, c)));
};

const rocPoints: Adapter = ({ input }) => {
  const counts = scored(input);
  const curve = withoutStraightPoints(counts, rocCurve(counts)!);
  return value({ thr: curve.thresholds.slice(1), fpr: curve.fpr, tpr: curve.tpr });
};

const upToThree =
  (name: string): Adapter =>
  ({ input }) => {
    const lists = listsOf(input);
    return value([1, 2, 3].map((k) => rankingAt(lists, k, 'exclude')[name]));
  };

const f1UpToThree: Adapter = ({ input }) => {
  const lists = listsOf(input);
  return value(
    [1, 2, 3].map((k) => {
      const at = rankingAt(lists, k, 'exclude');
      return f1AtK(at.precision!, at.recall!);
    }),
  );
};

const personalisation: Adapter = ({ input }) => {
  const users = codes(input.user);
  const items = codes(input.item);
  const rank = Float64Array.from(numbers(input.rank));
  const lists = rankedLists(users.code, rank, new Float64Array(rank.length), users.size, 'rank');
  return value({ value: personalisationAtK(lists, items.code, Number(input.k)) });
};

const studentT: Adapter = ({ input }) => {
  const summary = (values: Float64Array) => {
    const { n, mean, sd } = moments(values);
    return { n, mean, variance: sd * sd };
  };
  return value({ p: studentTTest(summary(finite(input.ref)), summary(finite(input.cur)))?.p });
};

const future = (name: string, positive?: unknown) => ofPositive(name, positive);
const dummy = () => skip('no dummy model is offered');

export const peerPerformanceAdapters: Readonly<Record<string, Adapter>> = {
  'classification binary thr 0.7': atThreshold(({ input }) => Number(input.threshold)),
  'classification binary thr 0.5': atThreshold(() => 0.5),
  'roc_curve drop_intermediate': rocPoints,
  'confusion by class': byClass,
  'macro metrics': macro,
  'confusion_matrix rows=true': ({ input }) => value(confusionTable(labelsOf(input).counts).counts),
  // The peer's own test reads the column as the probability of the other class.
  'log_loss binary, column name "b" but pos_label "a"': ({ input }) =>
    value({ log_loss: logLoss(scoresOf(input.y_true, input.proba_of_a, 'b'))?.mean }),
  roc_auc: ({ input }) => value({ auc: rocAuc(scoresOf(input.y_true, input.proba_t, 't')) }),
  acc: ofPositive('accuracy'),
  precision: ofPositive('precision'),
  recall: ofPositive('recall'),
  f1: ofPositive('f1'),
  f1_label0: ofPositive('f1'),
  tpr: ofPositive('tpr'),
  tnr: ofPositive('tnr'),
  fpr: ofPositive('fpr'),
  fnr: ofPositive('fnr'),
  mae: regressionField('mae'),
  mape_pct: regressionField('evidently_mape_pct'),
  mean_error: regressionField('bias'),
  abs_max_error: regressionField('max_error'),
  r2: regressionField('r2'),
  rmse: regressionField('rmse'),
  AbsMaxError: regressionField('max_error'),
  MAE_mean: regressionField('mae'),
  MAE_std: regressionField('mae_std'),
  ME_mean: regressionField('bias'),
  ME_std: regressionField('error_std1'),
  R2: regressionField('r2'),
  RMSE: regressionField('rmse'),
  MAPE_mean: () => skip('the peer counts a row with target 0 as an error of 100 %; the product leaves it out and counts it'),
  DummyMAE: dummy,
  DummyRMSE: dummy,
  DummyMAPE: dummy,
  Accuracy: future('accuracy'),
  F1: future('f1'),
  Precision: future('precision'),
  Recall: future('recall'),
  FNR: future('fnr'),
  FPR: future('fpr'),
  TNR: future('tnr'),
  TPR: future('tpr'),
  LogLoss: ({ input }) => value({ value: logLoss(scored(input, input.proba))?.mean }),
  RocAuc: ({ input }) => value({ value: rocAuc(scored(input, input.proba)) }),
  PrecisionByLabel0: future('precision', 0),
  RecallByLabel0: future('recall', 0),
  F1ByLabel0: future('f1', 0),
  'precision@1..3': upToThree('precision'),
  'recall@1..3': upToThree('recall'),
  'map@1..3': upToThree('map'),
  'mrr@1..3': upToThree('mrr'),
  'hit_rate@1..3': upToThree('hit_rate'),
  'ndcg@1..3': upToThree('ndcg'),
  'F1@k of mean precision and mean recall': f1UpToThree,
  '1-mean pairwise overlap/k': personalisation,
  'ttest student': studentT,
  'ECE bin edges': ({ input }) => value(equalMassEdges(Number(input.n), Number(input.bins))),
};
