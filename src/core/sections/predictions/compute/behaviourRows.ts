import type { EvaluationTask } from '../../../spec/spec.ts';
import type { BlockedSide } from '../../../stats/blocks/blockEffect.ts';
import { meanSide } from '../../../stats/blocks/blockedSides.ts';
import type { SampleSummary } from '../../../stats/intervals/welch.ts';
import type { Behaviour, BehaviourNumber } from '../result.ts';
import {
  apart,
  differenceOfMeans,
  differenceOfShares,
  meanOfSide,
  onDays,
  type SidesByDays,
  shareOfSide,
  summaryOf,
} from './behaviourNumbers.ts';
import { type BehaviourSide, predictedRows, predictsClasses } from './behaviourSide.ts';
import type { ChunkBehaviour } from './chunkBehaviour.ts';
import { topShare } from './classShares.ts';
import { type ClassProbabilities, isDistribution } from './probabilities.ts';

/** As `behaviourOf` takes it. */
const lowConfidence = 0.6;

type Row = Behaviour['rows'][number];

/** Both sides; without a reference `past` is null. */
export interface BehaviourSides {
  readonly past: BehaviourSide | null;
  readonly now: BehaviourSide;
}

/** How a share or a mean is taken of a side. */
interface Question<Answer> {
  readonly code: Row['code'];
  readonly unit: Row['unit'];
  /** Null: the side does not have it. */
  readonly of: (side: BehaviourSide) => Answer | null;
  /** What each row adds to it; NaN: nothing. */
  readonly value: (side: BehaviourSide) => (row: number) => number;
}

/** A share, as rows that have it of rows. */
type ShareQuestion = Question<readonly [number, number]>;
type MeanQuestion = Question<SampleSummary>;

/** What is told of the predictions without labels, in order: shares, means and how sure the model is. @param classes how many there are. O(rows · classes). */
export function behaviourRows(sides: BehaviourSides, task: EvaluationTask, classes: number, positive: number): Row[] {
  const labels = predictsClasses(task);
  const rows = [
    task === 'binary' ? rowOf(sides, positiveShare(positive), share) : null,
    rowOf(sides, meanValue(labels || task === 'ranking' ? 'mean_score' : 'mean_prediction'), mean),
    ...(labels ? confidenceRows(sides, classes) : []),
    rowOf(sides, missingPredictions, share),
    rowOf(sides, abnormalPredictions, share),
  ];
  return rows.filter((row) => row !== null);
}

function confidenceRows(sides: BehaviourSides, classes: number): (Row | null)[] {
  return [
    rowOf(sides, meanConfidence, mean),
    rowOf(sides, lowConfidenceShare, share),
    singleRow(sides, 'entropy', (m) => m.confidence.meanEntropyNormalised),
    singleRow(sides, 'mean_margin', (m) => m.confidence.meanMargin),
    classes > 2 ? rowOf(sides, topClassShare, share) : null,
  ];
}

/** How an answer becomes a number with its interval, and two of them a difference; null: there is none. */
interface Kind<Answer> {
  readonly isShare: boolean;
  readonly number: (of: Answer) => BehaviourNumber;
  readonly difference: (before: Answer, after: Answer) => BehaviourNumber | null;
}

const share: Kind<readonly [number, number]> = {
  isShare: true,
  number: shareOfSide,
  difference: (before, after) => (before[1] === 0 || after[1] === 0 ? null : differenceOfShares(before, after)),
};
const mean: Kind<SampleSummary> = { isShare: false, number: meanOfSide, difference: differenceOfMeans };

/** Null where current has no answer. */
function rowOf<Answer>(sides: BehaviourSides, question: Question<Answer>, { isShare, number, difference }: Kind<Answer>): Row | null {
  const { code, unit, of, value } = question;
  const after = of(sides.now);
  if (after === null) return null;
  const before = sides.past === null ? null : of(sides.past);
  const days = byDays(sides, value);
  const apartBy = before === null ? null : difference(before, after);
  return {
    code,
    unit,
    reference: before === null ? null : onDays(number(before), days.reference, null, isShare),
    current: onDays(number(after), days.current, days.reference, isShare),
    difference: apartBy === null ? null : apart(apartBy, days),
  };
}

/** A number without an interval. */
function singleRow({ past, now }: BehaviourSides, code: Row['code'], of: (measured: ChunkBehaviour) => number | null): Row | null {
  if (now.measured === null) return null;
  const plain = (value: number | null): BehaviourNumber => ({ value, low: null, high: null });
  const after = of(now.measured);
  const before = past?.measured ? of(past.measured) : null;
  return {
    code,
    unit: 'number',
    reference: past === null ? null : plain(before),
    current: plain(after),
    difference: past === null ? null : plain(before === null || after === null ? null : after - before),
  };
}

/** Each side of a share or mean by its days, where rows have them. */
function byDays({ past, now }: BehaviourSides, value: Question<unknown>['value']): SidesByDays {
  const of = (side: BehaviourSide | null): BlockedSide | null => {
    if (side === null || side.blockOf === null) return null;
    const at = value(side);
    return meanSide(
      Float64Array.from({ length: side.rows }, (_, row) => at(row)),
      side.blockOf,
    );
  };
  return { reference: of(past), current: of(now) };
}

const positiveShare = (positive: number): ShareQuestion => ({
  code: 'positive_share',
  unit: 'share',
  of: (side) => [side.classCounts[positive] ?? 0, predictedRows(side)],
  value: (side) => (row) => isClass(side, row, positive),
});

const meanValue = (code: 'mean_score' | 'mean_prediction'): MeanQuestion => ({
  code,
  unit: 'number',
  of: ({ values }) => summaryOf(values),
  value:
    ({ score }) =>
    (row) =>
      score?.[row] ?? Number.NaN,
});

const meanConfidence: MeanQuestion = {
  code: 'mean_confidence',
  unit: 'share',
  of: confidenceSummary,
  value:
    ({ probabilities }) =>
    (row) =>
      confidenceAt(probabilities, row),
};

const lowConfidenceShare: ShareQuestion = {
  code: 'low_confidence',
  unit: 'share',
  of: ({ measured }) =>
    measured === null ? null : [Math.round((measured.confidence.lowConfidenceShare ?? 0) * measured.confidence.n), measured.confidence.n],
  value:
    ({ probabilities }) =>
    (row) => {
      const sure = confidenceAt(probabilities, row);
      return Number.isNaN(sure) ? sure : sure < lowConfidence ? 1 : 0;
    },
};

/** Share of the class that is predicted most, of each side its own. */
const topClassShare: ShareQuestion = {
  code: 'top_share',
  unit: 'share',
  of: (side) => [(topShare(side.classCounts) ?? 0) * predictedRows(side), predictedRows(side)],
  value: (side) => {
    const top = side.classCounts.indexOf(Math.max(...side.classCounts));
    return (row) => isClass(side, row, top);
  },
};

const missingPredictions: ShareQuestion = {
  code: 'missing_predictions',
  unit: 'share',
  of: ({ missing, rows }) => [missing, rows],
  value: (side) => (row) => (isMissing(side, row) ? 1 : 0),
};

const abnormalPredictions: ShareQuestion = {
  code: 'abnormal_predictions',
  unit: 'share',
  of: ({ measured }) => (measured === null ? null : [measured.abnormal.abnormal - measured.abnormal.missing, measured.abnormal.rows]),
  value:
    ({ probabilities }) =>
    (row) =>
      probabilities!.some((of) => Number.isNaN(of[row]!)) || isDistribution(probabilities!, row) ? 0 : 1,
};

/** 1 where a row is predicted to be of a class, 0 where of another, NaN without a prediction. */
function isClass({ predicted }: BehaviourSide, row: number, code: number): number {
  const is = predicted?.[row] ?? -1;
  return is < 0 ? Number.NaN : is === code ? 1 : 0;
}

function isMissing({ predicted, score }: BehaviourSide, row: number): boolean {
  return predicted === null ? Number.isNaN(score?.[row]) : predicted[row]! < 0;
}

/** Largest probability of a row; NaN where its probabilities are no distribution. */
function confidenceAt(probabilities: ClassProbabilities | null, row: number): number {
  if (probabilities === null || !isDistribution(probabilities, row)) return Number.NaN;
  let most = 0;
  for (const of of probabilities) if (of[row]! > most) most = of[row]!;
  return most;
}

function confidenceSummary({ measured }: BehaviourSide): SampleSummary | null {
  if (measured === null || measured.confidence.meanConfidence === null) return null;
  const { n, meanConfidence, confidenceDeviation } = measured.confidence;
  return { n, mean: meanConfidence, variance: (confidenceDeviation ?? 0) ** 2 };
}
