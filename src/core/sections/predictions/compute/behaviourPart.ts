import type { Predictions } from '../../../read/predictions.ts';
import { rowsOfChunks } from '../../../read/rowsOfChunks.ts';
import { takeRows } from '../../../read/takeRows.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import type { CodedRows } from '../../../stats/blocks/blockedSides.ts';
import { predictedShift } from '../../../stats/blocks/predictedShift.ts';
import type { Behaviour } from '../result.ts';
import { behaviourHistogram } from './behaviourHistogram.ts';
import { summaryOf } from './behaviourNumbers.ts';
import { behaviourRows } from './behaviourRows.ts';
import { type BehaviourSide, behaviourSide, predictedRows, predictsClasses } from './behaviourSide.ts';
import { classShareChange } from './classShares.ts';

const mostClasses = 20;
const classesOverTime = 6;

/** What the model predicts, and over how many chunks of current it is followed. */
export interface Predicted {
  readonly task: EvaluationTask;
  readonly classes: readonly string[];
  /** Position of the positive class. */
  readonly positive: number;
  readonly chunks: number;
}

/** What the predictions of current look like beside those of reference, without labels. O(rows × classes). */
export function behaviourPart(
  reference: Predictions | null,
  current: Predictions,
  { task, classes, positive, chunks }: Predicted,
): Behaviour {
  const sideOf = (p: Predictions): BehaviourSide => behaviourSide(p, task, classes.length);
  const past = reference === null ? null : sideOf(reference);
  const now = sideOf(current);
  const labels = predictsClasses(task);
  const order = [...classes.keys()].sort((a, b) => now.classCounts[b]! - now.classCounts[a]!);
  const shown = labels ? order.slice(0, mostClasses) : [];
  return {
    rows: behaviourRows({ past, now }, task, classes.length, positive),
    classes: shown.map((c) => ({
      label: classes[c]!,
      reference: past === null ? null : shareOfClass(past, c),
      current: shareOfClass(now, c) ?? 0,
    })),
    classChange: labels && past !== null ? classChange(past, now) : null,
    histogram: behaviourHistogram(past?.values ?? null, now.values, labels),
    chunks:
      current.chunkOf === null
        ? []
        : rowsOfChunks(current.chunkOf, chunks).map((rows, chunk) => chunkOf(sideOf(takeRows(current, rows)), chunk, shown)),
  };
}

/** How far the predicted classes moved; null where a side predicts none. */
function classChange(past: BehaviourSide, now: BehaviourSide): Behaviour['classChange'] {
  if (predictedRows(past) === 0 || predictedRows(now) === 0) return null;
  const { tvd, klCurrentReference } = classShareChange(past.classCounts, now.classCounts);
  // The same test as that of the inputs without scores: one p for one fact.
  const { p } = predictedShift(predictedOf(past), predictedOf(now), now.classCounts.length);
  return { tvd, kl: klCurrentReference, p };
}

function predictedOf({ predicted, blockOf, rows }: BehaviourSide): CodedRows {
  return { codes: predicted ?? new Int32Array(rows).fill(-1), blockOf };
}

function chunkOf(side: BehaviourSide, chunk: number, shown: readonly number[]): Behaviour['chunks'][number] {
  return {
    chunk,
    n: side.rows,
    mean: side.measured?.confidence.meanConfidence ?? summaryOf(side.values)?.mean ?? null,
    lowConfidence: side.measured?.confidence.lowConfidenceShare ?? null,
    shares: shown.slice(0, classesOverTime).map((c) => shareOfClass(side, c) ?? 0),
  };
}

/** Share of a class of the rows with a prediction; null without any. */
function shareOfClass(side: BehaviourSide, code: number): number | null {
  const rows = predictedRows(side);
  return rows === 0 ? null : side.classCounts[code]! / rows;
}
