import { residualEdges } from '../../../measures/regression/residualCurves.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { rowsOfChunks } from '../../../read/rowsOfChunks.ts';
import { takeRows } from '../../../read/takeRows.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import { type BlockedSide, blockEffect, blockedHalfWidth } from '../../../stats/blocks/blockEffect.ts';
import { blockedInterval } from '../../../stats/blocks/blockedInterval.ts';
import { type CodedRows, meanSide } from '../../../stats/blocks/blockedSides.ts';
import { predictedShift } from '../../../stats/blocks/predictedShift.ts';
import { newcombe } from '../../../stats/intervals/newcombe.ts';
import { type SampleSummary, welch } from '../../../stats/intervals/welch.ts';
import { wilson } from '../../../stats/intervals/wilson.ts';
import { moments } from '../../../stats/samples/moments.ts';
import type { Behaviour, BehaviourNumber } from '../result.ts';
import { behaviourOf, type ChunkBehaviour as Measured } from './chunkBehaviour.ts';
import { classShareChange, topShare } from './classShares.ts';
import { bothClasses, type ClassProbabilities, isDistribution } from './probabilities.ts';

const mostClasses = 20;
const classesOverTime = 6;
const bins = 25;

type Row = Behaviour['rows'][number];

/** As `behaviourOf` takes it. */
const lowConfidence = 0.6;

/** Counts of a side's predictions and what its scores say of how sure it is. */
interface Side {
  readonly rows: number;
  readonly missing: number;
  readonly classCounts: Float64Array;
  readonly measured: Measured | null;
  /** Score of the positive class, or the predicted value: finite ones. */
  readonly values: Float64Array;
  /** Row by row: predicted class; score of the positive class or predicted value; probabilities of the classes. */
  readonly predicted: Int32Array | null;
  readonly score: Float64Array | null;
  readonly probabilities: ClassProbabilities | null;
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
  /** What each row adds to a share or mean (NaN: nothing), where rows have blocks. */
  const byDays = (value: (s: Side) => (row: number) => number) => {
    const of = (p: Predictions | null, s: Side | null): BlockedSide | null =>
      p === null || s === null || p.blockOf === null
        ? null
        : meanSide(
            Float64Array.from({ length: p.rows }, (_, i) => value(s)(i)),
            p.blockOf,
          );
    return { reference: of(reference, past), current: of(current, now) };
  };
  const share = (
    code: Row['code'],
    of: (s: Side) => readonly [number, number] | null,
    value: (s: Side) => (row: number) => number,
  ): void => {
    const after = of(now);
    if (after === null) return;
    const before = past === null ? null : of(past);
    const days = byDays(value);
    rows.push({
      code,
      unit: 'share',
      reference: before === null ? null : onDays(shareOf(before), days.reference, null, true),
      current: onDays(shareOf(after), days.current, days.reference, true),
      difference: before === null || before[1] === 0 || after[1] === 0 ? null : apart(differenceOfShares(before, after), days),
    });
  };
  const mean = (
    code: Row['code'],
    unit: Row['unit'],
    of: (s: Side) => SampleSummary | null,
    value: (s: Side) => (row: number) => number,
  ): void => {
    const after = of(now);
    if (after === null) return;
    const before = past === null ? null : of(past);
    const days = byDays(value);
    rows.push({
      code,
      unit,
      reference: before === null ? null : onDays(meanOf(before), days.reference, null, false),
      current: onDays(meanOf(after), days.current, days.reference, false),
      difference: before === null ? null : apart(differenceOfMeans(before, after), days),
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
  if (task === 'binary')
    share(
      'positive_share',
      (s) => [s.classCounts[positive] ?? 0, sum(s.classCounts)],
      (s) => (row) => isClass(s, row, positive),
    );
  mean(
    labels || task === 'ranking' ? 'mean_score' : 'mean_prediction',
    'number',
    (s) => summaryOf(s.values),
    (s) => (row) => s.score?.[row] ?? Number.NaN,
  );
  if (labels) {
    mean(
      'mean_confidence',
      'share',
      (s) => confidenceSummary(s),
      (s) => (row) => confidenceAt(s.probabilities, row),
    );
    share(
      'low_confidence',
      (s) =>
        s.measured === null
          ? null
          : [Math.round((s.measured.confidence.lowConfidenceShare ?? 0) * s.measured.confidence.n), s.measured.confidence.n],
      (s) => (row) => {
        const sure = confidenceAt(s.probabilities, row);
        return Number.isNaN(sure) ? sure : sure < lowConfidence ? 1 : 0;
      },
    );
    single('entropy', (m) => m.confidence.meanEntropyNormalised);
    single('mean_margin', (m) => m.confidence.meanMargin);
    if (classes.length > 2)
      share(
        'top_share',
        (s) => [(topShare(s.classCounts) ?? 0) * sum(s.classCounts), sum(s.classCounts)],
        (s) => {
          const top = s.classCounts.indexOf(Math.max(...s.classCounts));
          return (row) => isClass(s, row, top);
        },
      );
  }
  share(
    'missing_predictions',
    (s) => [s.missing, s.rows],
    (s) => (row) => (isMissing(s, row) ? 1 : 0),
  );
  share(
    'abnormal_predictions',
    (s) => (s.measured === null ? null : [s.measured.abnormal.abnormal - s.measured.abnormal.missing, s.measured.abnormal.rows]),
    (s) => (row) => (s.probabilities!.some((of) => Number.isNaN(of[row]!)) || isDistribution(s.probabilities!, row) ? 0 : 1),
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
      change === null
        ? null
        : {
            tvd: change.tvd,
            kl: change.klCurrentReference,
            // The same test as that of the inputs without scores: one p for one fact.
            p: predictedShift(predictedOf(reference!), predictedOf(current), classes.length).p,
          },
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
    predicted: p.predicted,
    score,
    probabilities,
  };
}

/** 1 where a row is predicted to be of a class, 0 where of another, NaN without a prediction. */
function isClass({ predicted }: Side, row: number, code: number): number {
  const is = predicted?.[row] ?? -1;
  return is < 0 ? Number.NaN : is === code ? 1 : 0;
}

function isMissing({ predicted, score }: Side, row: number): boolean {
  return predicted === null ? Number.isNaN(score?.[row]) : predicted[row]! < 0;
}

/** Largest probability of a row; NaN where its probabilities are no distribution. */
function confidenceAt(probabilities: ClassProbabilities | null, row: number): number {
  if (probabilities === null || !isDistribution(probabilities, row)) return Number.NaN;
  let most = 0;
  for (const of of probabilities) if (of[row]! > most) most = of[row]!;
  return most;
}

function predictedOf({ predicted, blockOf, rows }: Predictions): CodedRows {
  return { codes: predicted ?? new Int32Array(rows).fill(-1), blockOf };
}

/** A number with the interval that days give it, where rows of a day go together. */
function onDays(of: BehaviourNumber, side: BlockedSide | null, reference: BlockedSide | null, share: boolean): BehaviourNumber {
  if (of.value === null || side === null) return of;
  return { ...of, ...blockedInterval(of.value, side, reference, share) };
}

function apart(
  of: BehaviourNumber,
  { reference, current }: { readonly reference: BlockedSide | null; readonly current: BlockedSide | null },
): BehaviourNumber {
  if (of.value === null || reference === null || current === null) return of;
  const days = blockEffect(1, current, reference);
  if (days === null) return of;
  const half = blockedHalfWidth(reference.byRows + current.byRows, days);
  return { ...of, low: of.value - half, high: of.value + half };
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
