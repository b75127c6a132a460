import type { Predictions } from '../../../read/predictions.ts';
import { conditionOf } from '../../../read/segments/conditionOf.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import type { SegmentPair } from '../../../stats/groups/segmentColumn.ts';
import type { ColumnReport } from '../../drift/result.ts';
import type { BehaviourNumber } from '../../predictions/result.ts';
import type { Slices } from '../../slices/result.ts';
import type { Attribution } from '../result.ts';
import type { ConceptShift } from './conceptShift.ts';
import { driftEvidence, type EvidenceOptions, type Output } from './driftEvidence.ts';
import { type LabelEvidence, labelEvidence } from './labelEvidence.ts';
import { type Effect, type MixRate, mixRate } from './mixRate.ts';
import { rankedColumns } from './rankedColumns.ts';

const mostGroups = 12;

export interface AttributionInput {
  readonly measure: Slices['measure'];
  readonly loss: { readonly reference: Float64Array; readonly current: Float64Array };
  readonly segments: readonly SegmentPair[];
  readonly columns: readonly ColumnReport[];
  readonly task: EvaluationTask;
  readonly positive: number;
  readonly classes: number;
  readonly reference: Predictions;
  readonly current: Predictions;
}

/** A column along which the change of the mean loss was split. */
interface Split {
  readonly split: MixRate;
  readonly column: SegmentPair['current'];
}

/** Columns the model may take, that were tested, and those of them that moved. */
interface Inputs {
  readonly tested: readonly ColumnReport[];
  readonly alerts: readonly ColumnReport[];
}

/** What the drift did to the mean loss: split along each column into mix and rate, and the evidence for drift of inputs, labels and concept. O(rows × columns). */
export function attributionPart(input: AttributionInput): Attribution | null {
  const splits = splitsOf(input);
  const whole = splits[0]?.split;
  if (whole === undefined) return null;
  const tested = input.columns.filter((c) => c.role === 'feature' || c.role === 'segment').filter((c) => c.verdict !== 'not_tested');
  const inputs = { tested, alerts: tested.filter((c) => c.verdict === 'alert') };
  return {
    measure: input.measure,
    reference: whole.mean.reference,
    current: whole.mean.current,
    difference: numberOf(whole.change),
    rows: rowsOf(splits, input.columns),
    ...kindsOf(input, inputs, whole.mean.reference),
  };
}

function splitsOf({ segments, loss, reference: past, current: now }: AttributionInput): Split[] {
  return segments.flatMap(({ reference, current }) => {
    const split = mixRate(
      { column: reference, loss: loss.reference, blockOf: past.blockOf },
      { column: current, loss: loss.current, blockOf: now.blockOf },
    );
    return split === null ? [] : [{ split, column: current }];
  });
}

function rowsOf(splits: readonly Split[], columns: readonly ColumnReport[]): Attribution['rows'] {
  const verdict = new Map(columns.map((c) => [c.name, c.verdict]));
  return rankedColumns(splits.map((s) => s.split)).map(({ split, q, matters }) => ({
    column: split.column,
    mix: numberOf(split.composition),
    rate: numberOf(split.rate),
    turnover: split.turnover.value,
    q,
    matters,
    drift: verdict.get(split.column) ?? null,
    groups: groupsOf(split, splits.find((s) => s.split === split)!.column),
  }));
}

/** Evidence for each kind of drift and how it reads: from scores, or from labels where there are none. */
function kindsOf(
  input: AttributionInput,
  { tested, alerts }: Inputs,
  meanLoss: number,
): Pick<Attribution, 'covariate' | 'label' | 'concept' | 'reading' | 'reason'> {
  const options = { limits: limitsOf(input, meanLoss) };
  const outputs = outputsOf(input);
  const labels = outputs.length > 0 ? null : labelsOf(input, alerts.length > 0, options);
  const evidence =
    labels ??
    driftEvidence(
      outputs,
      alerts.map((c) => c.name),
      options,
    );
  const label = labels === null && 'outputs' in evidence.label ? (evidence.label.outputs[0] ?? null) : null;
  const concept = labels === null && 'outputs' in evidence.concept ? (evidence.concept.outputs[0] ?? null) : null;
  return {
    covariate: {
      alerts: alerts.length,
      tested: tested.length,
      p: evidence.covariate.p,
      effect: evidence.covariate.effect,
      changed: evidence.covariate.changed || alerts.length > 0,
      small: evidence.covariate.small && alerts.length === 0,
    },
    label: {
      p: evidence.label.p,
      reference: label?.mean.reference ?? null,
      current: label?.mean.current ?? null,
      changed: evidence.label.changed,
      small: evidence.label.small,
    },
    concept: {
      p: evidence.concept.p,
      effect: concept?.effect.value ?? null,
      size: labels?.concept.size ?? concept?.size ?? null,
      changed: evidence.concept.changed,
      small: evidence.concept.small,
      bins: (concept?.bins ?? []).map(binOf),
    },
    reading: evidence.reading,
    reason: evidence.reason,
  };
}

function binOf(bin: ConceptShift['bins'][number]): Attribution['concept']['bins'][number] {
  return {
    from: bin.above,
    to: bin.upTo,
    reference: bin.mean.reference,
    current: bin.mean.current,
    nReference: bin.rows.reference,
    nCurrent: bin.rows.current,
    difference: bin.difference && numberOf(bin.difference),
  };
}

/** Smallest changes that matter: as for columns and measures. */
const leastMoved = 0.05;
const leastDifference = 0.02;
const leastOfError = 0.05;

function limitsOf({ task }: AttributionInput, meanLoss: number) {
  return { score: leastMoved, label: leastMoved, concept: task === 'regression' ? leastOfError * meanLoss : leastDifference };
}

/** Evidence from the labels where there are no scores; null without predicted labels. */
function labelsOf({ reference, current, classes }: AttributionInput, drifted: boolean, options: EvidenceOptions): LabelEvidence | null {
  if (!reference.actual || !reference.predicted || !current.actual || !current.predicted) return null;
  const rows = (p: Predictions) => ({ actual: p.actual!, predicted: p.predicted!, blockOf: p.blockOf });
  return labelEvidence(rows(reference), rows(current), classes, drifted, options);
}

function numberOf({ value, low, high }: Pick<Effect, 'value' | 'low' | 'high'>): BehaviourNumber {
  return { value, low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}

/** Groups that carry most of the change, largest first. */
function groupsOf(split: MixRate, column: SegmentPair['current']): Attribution['rows'][number]['groups'] {
  return [...split.groups]
    .sort((a, b) => Math.abs(b.mix + b.turnover) + Math.abs(b.rate) - Math.abs(a.mix + a.turnover) - Math.abs(a.rate))
    .slice(0, mostGroups)
    .map((g) => ({
      condition: conditionOf(column, g.group),
      shareReference: g.share.reference,
      shareCurrent: g.share.current,
      rateReference: g.mean.reference,
      rateCurrent: g.mean.current,
      mix: g.mix + g.turnover,
      rate: g.rate,
    }));
}

/** Scores and outcomes: one pair for a binary model or a regression, one per class of a multiclass model. */
function outputsOf({ task, positive, reference, current }: AttributionInput): Output[] {
  const outcome = (codes: Int32Array, c: number): Float64Array => {
    const numbers = new Float64Array(codes.length);
    for (let i = 0; i < codes.length; i++) numbers[i] = codes[i]! < 0 ? Number.NaN : codes[i] === c ? 1 : 0;
    return numbers;
  };
  if (task === 'regression') {
    if (!reference.forecast || !reference.target || !current.forecast || !current.target) return [];
    return [
      {
        reference: { score: reference.forecast, outcome: reference.target, blockOf: reference.blockOf },
        current: { score: current.forecast, outcome: current.target, blockOf: current.blockOf },
      },
    ];
  }
  if (!reference.actual || !current.actual) return [];
  const count = Math.min(reference.scores.length, current.scores.length);
  return Array.from({ length: count }, (_, i) => {
    const c = task === 'binary' ? positive : i;
    return {
      reference: { score: reference.scores[i]!, outcome: outcome(reference.actual!, c), blockOf: reference.blockOf },
      current: { score: current.scores[i]!, outcome: outcome(current.actual!, c), blockOf: current.blockOf },
    };
  });
}
