import { type CannotTell, labelsCannotTell } from '../../../check/attributionReason.ts';
import { type Evidence, evidenceOf } from '../../../check/evidenceOf.ts';
import { type Reading, readingOf } from '../../../check/readingOf.ts';
import { blockedP } from '../../../stats/blocks/blockEffect.ts';
import { type BlockedTable, type BlockOf, blockedTable, blockedTables, type CodedRows } from '../../../stats/blocks/blockedSides.ts';
import { predictedShift } from '../../../stats/blocks/predictedShift.ts';
import { chiSquareSf } from '../../../stats/distributions/chiSquare.ts';
import { holm } from '../../../stats/multiplicity/holm.ts';
import { categoricalDefault } from '../../../stats/tests/categoricalDefault.ts';
import { chiSquareHomogeneity } from '../../../stats/tests/chiSquareHomogeneity.ts';
import type { EvidenceOptions } from './driftEvidence.ts';
import { movedBeyondNoise } from './movedBeyondNoise.ts';

/** Predicted classes whose rows are looked at by blocks, the most frequent first: each is a pass over the rows. */
const mostLooked = 30;

/** True and predicted class of each row of one side; −1: unknown. */
export interface LabelledRows {
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  /** Block (a day) of each row whose rows may go together. Default: none. */
  readonly blockOf?: BlockOf;
}

/** Evidence from labels alone, where there are no scores: as `DriftEvidence`. */
export interface LabelEvidence {
  readonly covariate: Evidence & { readonly effect: number };
  readonly label: Evidence;
  readonly concept: Evidence & { readonly size: number };
  readonly reading: Reading;
  readonly reason: CannotTell | null;
}

/**
 * Tells covariate, label and concept drift apart without scores: predicted classes, true classes, and true classes among rows of equal prediction, each by
 * chi-square (the last summed over the predicted classes that both sides have), adjusted by Holm. Where rows have blocks, the rows of a block are taken
 * together as far as they go together. O(rows · classes, 30 at most).
 *
 * @param drifted whether a column drifted by its own verdict.
 */
export function labelEvidence(
  reference: LabelledRows,
  current: LabelledRows,
  classes: number,
  drifted: boolean,
  options: EvidenceOptions = {},
): LabelEvidence {
  const [was, is] = [tabulate(reference, classes), tabulate(current, classes)];
  let statistic = 0;
  let df = 0;
  let rows = 0;
  let moved = 0;
  const within = equalPredictions(reference, current, is.predicted, classes);
  for (let c = 0; c < classes; c++) {
    const [a, b] = [was.actualOf[c]!, is.actualOf[c]!];
    const [n, m] = [sum(a), sum(b)];
    if (n === 0 || m === 0) continue;
    const test = chiSquareHomogeneity(a, b);
    statistic += test.statistic;
    df += test.df;
    rows += m;
    moved += m * movedBeyondNoise(a, b, within?.effect ?? null);
  }
  const predicted = predictedShift(codesOf(reference, 'predicted'), codesOf(current, 'predicted'), classes);
  const outcomes = blockedTable(codesOf(reference, 'actual'), codesOf(current, 'actual'), classes);
  const byRows = df > 0 ? chiSquareSf(statistic, df) : null;
  const p = {
    // The same test as of the predicted classes in the report: one p for one fact.
    score: predicted.p,
    label:
      outcomes === null ? null : blockedP(outcomes.statistic, outcomes.df, outcomes.effect, categoricalDefault(was.actual, is.actual).p),
    concept: byRows === null || within === null ? byRows : blockedP(within.statistic, within.df, within.effect, byRows),
  };
  const size = {
    score: movedBeyondNoise(was.predicted, is.predicted, predicted.effect),
    label: movedBeyondNoise(was.actual, is.actual, outcomes?.effect ?? null),
  };
  const adjusted = holm([p.score, p.label, p.concept]);
  const covariate = evidenceOf(p.score, adjusted[0]!, size.score, { alpha: options.alpha, limit: options.limits?.score });
  const label = evidenceOf(p.label, adjusted[1]!, size.label, { alpha: options.alpha, limit: options.limits?.label });
  const concept = evidenceOf(p.concept, adjusted[2]!, rows === 0 ? 0 : moved / rows, {
    alpha: options.alpha,
    limit: options.limits?.concept,
  });
  const reason = labelsCannotTell({ reference: sum(was.actual), current: sum(is.actual) }, p.concept !== null, options);
  return {
    covariate: { ...covariate, effect: size.score },
    label,
    concept: { ...concept, size: rows === 0 ? 0 : moved / rows },
    reading:
      reason === null
        ? readingOf({ moved: covariate.changed || drifted, label: label.changed, concept: concept.changed, onlyRates: false })
        : 'cannot_tell',
    reason,
  };
}

function codesOf(rows: LabelledRows, what: 'actual' | 'predicted'): CodedRows {
  return { codes: rows[what], blockOf: rows.blockOf ?? null };
}

/** True classes among rows of equal prediction, with what days do to them. Null where nothing is to be compared. */
function equalPredictions(reference: LabelledRows, current: LabelledRows, predictions: Float64Array, classes: number): BlockedTable | null {
  if (!reference.blockOf && !current.blockOf) return null;
  const of = ({ actual, predicted, blockOf }: LabelledRows, prediction: number): CodedRows => ({
    codes: actual.map((code, i) => (predicted[i] === prediction ? code : -1)),
    blockOf: blockOf ?? null,
  });
  const looked = Array.from({ length: classes }, (_, c) => c)
    .sort((a, b) => predictions[b]! - predictions[a]!)
    .slice(0, mostLooked);
  return blockedTables(
    looked.map((c) => ({ reference: of(reference, c), current: of(current, c) })),
    classes,
  );
}

function tabulate({ actual, predicted }: LabelledRows, classes: number) {
  const actualOf = Array.from({ length: classes }, () => new Float64Array(classes));
  const all = { actual: new Float64Array(classes), predicted: new Float64Array(classes), actualOf };
  for (let i = 0; i < actual.length; i++) {
    const [a, p] = [actual[i]!, predicted[i]!];
    if (a >= 0) all.actual[a]!++;
    if (p >= 0) all.predicted[p]!++;
    if (a >= 0 && p >= 0) actualOf[p]![a]!++;
  }
  return all;
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, n) => total + n, 0);
}
