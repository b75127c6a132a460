import { behaviourOf, type Behaviour as Measured } from '../behaviour/chunkBehaviour.ts';
import { classShareChange, topShare } from '../behaviour/classShares.ts';
import { bothClasses, type ClassProbabilities } from '../behaviour/probabilities.ts';
import { newcombe } from '../inference/newcombe.ts';
import { type SampleSummary, welch } from '../inference/welch.ts';
import type { Behaviour, BehaviourNumber } from '../report/evaluation.ts';
import type { EvaluationTask } from '../report/spec.ts';
import { moments } from '../stats/moments.ts';
import { wilson } from '../stats/wilson.ts';
import type { Predictions } from './predictions.ts';
import { residualEdges } from './residualCurves.ts';
import { rowsOfChunks } from './rowsOfChunks.ts';
import { takeRows } from './takeRows.ts';

const mostClasses = 20;
const classesOverTime = 6;
const bins = 25;

type Row = Behaviour['rows'][number];

/** Counts of a side's predictions and what its scores say of how sure it is. */
interface Side {
  readonly rows: number;
  readonly missing: number;
  readonly classCounts: Float64Array;
  readonly measured: Measured | null;
  /** Score of the positive class, or the predicted value: finite ones. */
  readonly values: Float64Array;
}

/** What the predictions of current look like beside those of reference, without labels. O(rows × classes). */
export function behaviourPart(
  reference: Predictions | null,
  current: Predictions,
  {
    task,
    classes,
    positive,
    chunks,
  }: { readonly task: EvaluationTask; readonly classes: readonly string[]; readonly positive: number; readonly chunks: number },
): Behaviour {
  const sideOf = (p: Predictions): Side => side(p, task, classes.length);
  const past = reference === null ? null : sideOf(reference);
  const now = sideOf(current);
  const rows: Row[] = [];
  const share = (code: Row['code'], of: (s: Side) => readonly [number, number] | null): void => {
    const after = of(now);
    if (after === null) return;
    const before = past === null ? null : of(past);
    rows.push({
      code,
      unit: 'share',
      reference: before === null ? null : shareOf(before),
      current: shareOf(after),
      difference: before === null || before[1] === 0 || after[1] === 0 ? null : differenceOfShares(before, after),
    });
  };
  const mean = (code: Row['code'], unit: Row['unit'], of: (s: Side) => SampleSummary | null): void => {
    const after = of(now);
    if (after === null) return;
    const before = past === null ? null : of(past);
    rows.push({
      code,
      unit,
      reference: before === null ? null : meanOf(before),
      current: meanOf(after),
      difference: before === null ? null : differenceOfMeans(before, after),
    });
  };
  const single = (code: Row['code'], of: (m: Measured) => number | null): void => {
    if (now.measured === null) return;
    const plain = (value: number | null): BehaviourNumber => ({ value, low: null, high: null });
    const after = of(now.measured);
    const before = past?.measured ? of(past.measured) : null;
    rows.push({
      code,
      unit: 'number',
      reference: past === null ? null : plain(before),
      current: plain(after),
      difference: past === null ? null : plain(before === null || after === null ? null : after - before),
    });
  };
  const labels = task === 'binary' || task === 'multiclass';
  if (task === 'binary') share('positive_share', (s) => [s.classCounts[positive] ?? 0, sum(s.classCounts)]);
  mean(labels || task === 'ranking' ? 'mean_score' : 'mean_prediction', 'number', (s) => summaryOf(s.values));
  if (labels) {
    mean('mean_confidence', 'share', (s) => confidenceSummary(s));
    share('low_confidence', (s) =>
      s.measured === null
        ? null
        : [Math.round((s.measured.confidence.lowConfidenceShare ?? 0) * s.measured.confidence.n), s.measured.confidence.n],
    );
    single('entropy', (m) => m.confidence.meanEntropyNormalised);
    single('mean_margin', (m) => m.confidence.meanMargin);
    if (classes.length > 2) share('top_share', (s) => [(topShare(s.classCounts) ?? 0) * sum(s.classCounts), sum(s.classCounts)]);
  }
  share('missing_predictions', (s) => [s.missing, s.rows]);
  share('abnormal_predictions', (s) =>
    s.measured === null ? null : [s.measured.abnormal.abnormal - s.measured.abnormal.missing, s.measured.abnormal.rows],
  );
  const order = [...classes.keys()].sort((a, b) => now.classCounts[b]! - now.classCounts[a]!);
  const shown = labels ? order.slice(0, mostClasses) : [];
  const change =
    labels && past !== null && sum(past.classCounts) > 0 && sum(now.classCounts) > 0
      ? classShareChange(past.classCounts, now.classCounts)
      : null;
  return {
    rows,
    classes: shown.map((c) => ({
      label: classes[c]!,
      reference: past === null ? null : ratio(past.classCounts[c]!, sum(past.classCounts)),
      current: ratio(now.classCounts[c]!, sum(now.classCounts)) ?? 0,
    })),
    classChange:
      change === null ? null : { tvd: change.tvd, kl: change.klCurrentReference, p: Number.isFinite(change.p) ? change.p : null },
    histogram: histogramOf(past?.values ?? null, now.values, labels),
    chunks:
      current.chunkOf === null
        ? []
        : rowsOfChunks(current.chunkOf, chunks).map((at, chunk) => chunkOf(takeRows(current, at), chunk, task, classes.length, shown)),
  };
}

function side(p: Predictions, task: EvaluationTask, classes: number): Side {
  const classCounts = new Float64Array(classes);
  let missing = 0;
  const labels = task === 'binary' || task === 'multiclass';
  if (p.predicted !== null) {
    for (const code of p.predicted) {
      if (code >= 0) classCounts[code]!++;
      else missing++;
    }
  } else {
    const values = task === 'regression' ? p.forecast : (p.scores[0] ?? null);
    for (const value of values ?? []) if (Number.isNaN(value)) missing++;
  }
  const score = task === 'regression' ? p.forecast : (p.scores[0] ?? null);
  const probabilities = labels ? probabilitiesOf(p, task) : null;
  return {
    rows: p.rows,
    missing,
    classCounts,
    measured: probabilities === null ? null : behaviourOf(probabilities),
    values: task === 'multiclass' || score === null ? new Float64Array(0) : score.filter(Number.isFinite),
  };
}

function probabilitiesOf(p: Predictions, task: EvaluationTask): ClassProbabilities | null {
  if (p.scores.length === 0) return null;
  return task === 'binary' ? bothClasses(p.scores[0]!) : p.scores;
}

function summaryOf(values: Float64Array): SampleSummary | null {
  if (values.length === 0) return null;
  const { n, mean, sd } = moments(values);
  return { n, mean, variance: Number.isFinite(sd) ? sd * sd : 0 };
}

function confidenceSummary({ measured }: Side): SampleSummary | null {
  if (measured === null || measured.confidence.meanConfidence === null) return null;
  const { n, meanConfidence, confidenceDeviation } = measured.confidence;
  return { n, mean: meanConfidence, variance: (confidenceDeviation ?? 0) ** 2 };
}

function shareOf([x, n]: readonly [number, number]): BehaviourNumber {
  return n === 0 ? { value: null, low: null, high: null } : { value: x / n, ...wilson(x, n) };
}

function meanOf({ n, mean, variance }: SampleSummary): BehaviourNumber {
  const half = n > 1 ? 1.959964 * Math.sqrt(variance / n) : null;
  return { value: mean, low: half === null ? null : mean - half, high: half === null ? null : mean + half };
}

function differenceOfShares(before: readonly [number, number], after: readonly [number, number]): BehaviourNumber {
  return { value: after[0] / after[1] - before[0] / before[1], ...newcombe(after[0], after[1], before[0], before[1]) };
}

function differenceOfMeans(before: SampleSummary, after: SampleSummary): BehaviourNumber {
  const test = welch(after, before);
  return { value: after.mean - before.mean, low: test?.low ?? null, high: test?.high ?? null };
}

function histogramOf(reference: Float64Array | null, current: Float64Array, labels: boolean): Behaviour['histogram'] {
  if (current.length === 0) return null;
  const sides = reference === null ? [current] : [reference, current];
  const within = labels && sides.every((values) => values.every((v) => v >= 0 && v <= 1));
  const edges = within
    ? Array.from({ length: bins + 1 }, (_, i) => i / bins)
    : residualEdges(sides.map((values) => ({ target: new Float64Array(values.length), forecast: values })));
  const [low, high] = [edges[0]!, edges[edges.length - 1]!];
  const count = (values: Float64Array): number[] => {
    const counts = new Array<number>(edges.length - 1).fill(0);
    for (const v of values) counts[Math.max(0, Math.min(counts.length - 1, Math.floor(((v - low) / (high - low)) * counts.length)))]!++;
    return counts;
  };
  return { edges, reference: reference === null ? null : count(reference), current: count(current) };
}

function chunkOf(
  p: Predictions,
  chunk: number,
  task: EvaluationTask,
  classes: number,
  shown: readonly number[],
): Behaviour['chunks'][number] {
  const of = side(p, task, classes);
  const total = sum(of.classCounts);
  return {
    chunk,
    n: p.rows,
    mean: of.measured?.confidence.meanConfidence ?? summaryOf(of.values)?.mean ?? null,
    lowConfidence: of.measured?.confidence.lowConfidenceShare ?? null,
    shares: shown.slice(0, classesOverTime).map((c) => ratio(of.classCounts[c]!, total) ?? 0),
  };
}

function sum(counts: Float64Array): number {
  return counts.reduce((a, b) => a + b, 0);
}

function ratio(x: number, n: number): number | null {
  return n === 0 ? null : x / n;
}
