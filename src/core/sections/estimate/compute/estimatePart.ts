import { estimateStanding } from '../../../check/estimateStanding.ts';
import { failingSince } from '../../../check/failingSince.ts';
import type { CancelSignal } from '../../../data/cancelSignal.ts';
import { nextTurn } from '../../../read/nextTurn.ts';
import type { Predictions } from '../../../read/predictions.ts';
import { rowsOfChunks } from '../../../read/rowsOfChunks.ts';
import type { BeyondReference } from '../../../read/segments/beyondReference.ts';
import { takeRows } from '../../../read/takeRows.ts';
import type { EvaluationTask } from '../../../spec/spec.ts';
import { type BlockSpread, blockVariance } from '../../../stats/blocks/blockVariance.ts';
import type { Estimate, EstimatePoint, EstimateRow } from '../result.ts';
import { fitBinaryModel, pickRows } from './binaryModel.ts';
import { chunkLimits } from './chunkLimits.ts';
import { type ChunkToEstimate, estimateChunk } from './estimateChunk.ts';
import type { ComputedEstimate as ChunkEstimate, Refusal } from './estimateResult.ts';
import type { Feature } from './featureCoding.ts';
import { ledgerRow, summariseLedger } from './ledger.ts';
import type { EstimatedMeasure } from './measures.ts';
import { fitMulticlassModel } from './multiclassModel.ts';
import { fitRegressionModel } from './regressionModel.ts';

/** Measures whose estimate is shown, by task. */
const shown: Readonly<Record<Exclude<EvaluationTask, 'ranking'>, readonly EstimatedMeasure[]>> = {
  binary: ['roc_auc', 'average_precision', 'accuracy', 'precision', 'recall', 'specificity', 'f1'],
  multiclass: ['roc_auc', 'average_precision', 'accuracy', 'precision', 'recall', 'specificity', 'f1'],
  regression: ['mae', 'rmse'],
};
/** Errors have no upper end and are worse when high. */
const errors = new Set<EstimatedMeasure>(['mae', 'mse', 'rmse', 'mape', 'msle', 'rmsle']);

/** Of a share of rows like this an estimate that knows nothing is none. */
const mostBeyond = 0.5;

/** Fewer labelled rows than this in a chunk are not compared with the estimate, as fewer are not tested. */
const fewestLabels = 30;

function isLabelled({ actual, target }: Predictions, row: number): boolean {
  return actual === null ? target !== null && Number.isFinite(target[row]!) : actual[row]! >= 0;
}

/** What the measure really was over some rows; null where it is undefined. */
export type Realised = (rows: Predictions, measure: EstimatedMeasure) => number | null;

export interface EstimateInput {
  readonly task: EvaluationTask;
  readonly reference: Predictions;
  readonly current: Predictions;
  /** Position of the positive class. */
  readonly positive: number;
  readonly features: { readonly reference: readonly Feature[]; readonly current: readonly Feature[] };
  readonly chunks: { readonly reference: number; readonly current: number };
  /** Columns that matter and leave what reference has seen. */
  readonly beyond: BeyondReference;
  readonly realised: Realised;
  /** What the reference says of how days differ in a measure; null where rows are independent. */
  readonly spread: (measure: EstimatedMeasure) => BlockSpread | null;
  readonly signal: CancelSignal;
}

/** Performance estimated without labels from a labelled reference: over the whole of current and over each chunk. Null for rankings. */
export async function estimatePart(input: EstimateInput): Promise<Estimate | null> {
  const { task, reference, current } = input;
  if (task === 'ranking') return null;
  const method = task === 'regression' ? 'dle' : 'cbpe';
  const model = fitModel(input);
  if (typeof model === 'string')
    return { method, calibrated: false, refused: { code: model, value: null }, beyond: [], rows: [], ledger: null };
  const measures = shown[task];
  const over = (p: Predictions, features: readonly Feature[]) =>
    estimateChunk({ model, rows: rowsFor(input, p, features) } as ChunkToEstimate);
  const overRows = (taken: Predictions, features: readonly Feature[], rows: Uint32Array) =>
    over(
      taken,
      features.map((f) => takeFeature(f, rows)),
    );
  const parts = async (p: Predictions, features: readonly Feature[], chunks: number) => {
    const estimated = [];
    for (const rows of p.chunkOf === null ? [] : rowsOfChunks(p.chunkOf, chunks)) {
      await nextTurn();
      input.signal.throwIfAborted();
      const taken = takeRows(p, rows);
      estimated.push({ rows, taken, estimates: overRows(taken, features, rows) });
    }
    return estimated;
  };
  /** A chunk as estimated on its labelled rows, so that estimate and truth are of the same rows. */
  const onLabelled = (chunk: Awaited<ReturnType<typeof parts>>[number]) => {
    const rows = chunk.rows.filter((row) => isLabelled(current, row));
    if (rows.length === chunk.rows.length || rows.length < fewestLabels) return { ...chunk, rows };
    const taken = takeRows(current, rows);
    return { rows, taken, estimates: overRows(taken, input.features.current, rows) };
  };
  const whole = over(current, input.features.current);
  const now = await parts(current, input.features.current, input.chunks.current);
  const past = await parts(reference, input.features.reference, input.chunks.reference);
  /** Share of a chunk's rows, or of all, where a column that matters leaves what reference has seen. */
  const beyondShare = (chunk: number | null): number => {
    const flags = input.beyond.rows;
    if (flags === null) return 0;
    if (chunk === null) return flags.reduce((sum, flag) => sum + flag, 0) / Math.max(1, flags.length);
    const { rows } = now[chunk]!;
    return rows.reduce((sum, row) => sum + flags[row]!, 0) / Math.max(1, rows.length);
  };
  const ledgerRows = [];
  let oneClass = 0;
  const rows: EstimateRow[] = [];
  for (const name of measures) {
    const estimate = whole[name];
    if (estimate === undefined) continue;
    const pastValues = past.flatMap(({ taken }) => input.realised(taken, name) ?? []);
    const wholeReference = input.realised(reference, name);
    const perRow = estimate.samplingError === null ? null : estimate.samplingError * Math.sqrt(estimate.n);
    const spread = input.spread(name);
    /** Standard error of a measure over so many rows that lie in the days of `p`. */
    const errorOf = (p: Predictions, n: number): number | null => {
      if (perRow === null || n === 0) return null;
      const days = rowsByBlock(p);
      return Math.sqrt(days.length === 0 ? perRow ** 2 / n : blockVariance(perRow ** 2 / n, null, days, spread, null).variance);
    };
    const limitsFor = (p: Predictions, n: number, isWhole: boolean) => {
      const range = errors.has(name) ? { lower: 0, upper: null } : { lower: 0, upper: 1 };
      return chunkLimits(
        // Chunks vary more than the whole: whole is held against whole.
        isWhole ? [] : pastValues,
        wholeReference,
        errorOf(p, n),
        range,
      );
    };
    const point = (of: ChunkEstimate | undefined, p: Predictions, chunk: number | null, judged: boolean): EstimatePoint => {
      const known = of ?? { value: null, low: null, high: null, n: 0, refused: 'undefined' as Refusal };
      const found =
        judged && beyondShare(chunk) > mostBeyond ? { ...known, value: null, low: null, high: null, refused: 'inputs_beyond' } : known;
      const limits = judged ? limitsFor(p, found.n, chunk === null) : null;
      const standing = found.value === null || limits === null ? null : estimateStanding(found.value, limits, !errors.has(name));
      return {
        chunk,
        value: found.value,
        low: found.low,
        high: found.high,
        n: found.n,
        realised: input.realised(p, name),
        standing,
        // Better than the reference is never an alarm.
        alert: standing === 'worse',
        refused: found.refused === null ? null : { code: found.refused, value: null },
      };
    };
    const chunkSize = now.length === 0 ? current.rows : Math.round(now.reduce((sum, { taken }) => sum + taken.rows, 0) / now.length);
    const drawn = limitsFor(now.length === 0 ? current : middle(now).taken, chunkSize, now.length === 0);
    const wholeLimits = limitsFor(current, estimate.n, true);
    const chunks = now.map(({ taken, estimates }, i) => point(estimates[name], taken, i, true));
    rows.push({
      name,
      whole: point(estimate, current, null, true),
      chunks,
      referenceChunks: past.map(({ taken, estimates }, i) => point(estimates[name], taken, i, false)),
      reference: wholeReference,
      limits: drawn === null ? null : { low: drawn.lower, high: drawn.upper },
      wholeLimits: wholeLimits === null ? null : { low: wholeLimits.lower, high: wholeLimits.upper },
      since: failingSince(chunks.map((of) => (of.standing === null ? null : of.standing === 'worse'))),
    });
    if (name === measures[0]) {
      for (const [i, chunk] of now.entries()) {
        const { estimates, taken, rows } = onLabelled(chunk);
        const of = estimates[name];
        if (of === undefined) continue;
        // A handful of labels tells nothing of a band for thousands of rows: the chunk still waits.
        const realised = rows.length < fewestLabels ? null : input.realised(taken, name);
        const allIn = rows.length > 0 && rows.length === chunk.rows.length;
        // Labels of one class are in: the measure is not defined by them, and no more will come.
        if ((allIn || rows.length >= fewestLabels) && input.realised(taken, name) === null) {
          oneClass++;
          continue;
        }
        // Nor is anything to come for rows that are not there, or that have all their few labels.
        if (allIn ? realised === null : chunk.rows.length === 0) continue;
        ledgerRows.push({ ...ledgerRow(String(i), name, of, realised), labelled: rows.length });
      }
    }
  }
  const ledger = summariseLedger(ledgerRows);
  return {
    method,
    calibrated: model.kind === 'binary' ? model.map !== null : model.kind === 'multiclass' && model.maps.some((map) => map !== null),
    refused: null,
    beyond: input.beyond.columns,
    rows,
    ledger:
      ledger.graded === 0
        ? null
        : {
            compared: ledger.graded,
            inside: ledger.inside,
            waiting: ledger.waiting,
            undefined: oneClass,
            meanError: ledger.bias ?? 0,
            rows: ledgerRows.flatMap(({ chunk, estimate, low, high, realised, inside, labelled }) =>
              inside === null
                ? []
                : [{ chunk: Number(chunk), estimate: estimate!, low: low!, high: high!, realised: realised!, inside, labelled }],
            ),
          },
  };
}

/** Rows of each block that has any; none without blocks. */
function rowsByBlock({ blockOf }: Predictions): number[] {
  const rows = new Map<number, number>();
  for (const block of blockOf ?? []) if (block >= 0) rows.set(block, (rows.get(block) ?? 0) + 1);
  return [...rows.values()];
}

/** The chunk of middle size. */
function middle<Chunk extends { readonly taken: Predictions }>(chunks: readonly Chunk[]): Chunk {
  return [...chunks].sort((a, b) => a.taken.rows - b.taken.rows)[Math.floor(chunks.length / 2)]!;
}

function fitModel(input: EstimateInput) {
  const { task, reference, positive } = input;
  if (task === 'regression') {
    if (reference.forecast === null || reference.target === null) return 'no_labels';
    return fitRegressionModel({ features: input.features.reference, predicted: reference.forecast }, reference.target);
  }
  if (reference.actual === null || reference.predicted === null || reference.scores.length === 0) return 'no_labels';
  if (task === 'binary') {
    const isPositive = (code: number) => (code === positive ? 1 : 0);
    return fitBinaryModel(
      { scores: reference.scores[0]!, predicted: codes(reference.predicted, isPositive) },
      codes(reference.actual, isPositive),
    );
  }
  const same = (code: number) => code;
  return fitMulticlassModel({ scores: reference.scores, predicted: codes(reference.predicted, same) }, codes(reference.actual, same));
}

function rowsFor({ task, positive }: EstimateInput, p: Predictions, features: readonly Feature[]): ChunkToEstimate['rows'] {
  if (task === 'regression') return { features, predicted: p.forecast ?? new Float64Array(p.rows).fill(Number.NaN) };
  const code = (c: number): number => (c < 0 ? Number.NaN : task === 'binary' ? (c === positive ? 1 : 0) : c);
  const predicted = p.predicted === null ? new Float64Array(p.rows).fill(Number.NaN) : codes(p.predicted, code);
  return task === 'binary' ? { scores: p.scores[0]!, predicted } : { scores: p.scores, predicted };
}

function takeFeature(feature: Feature, rows: Uint32Array): Feature {
  return feature.kind === 'number'
    ? { kind: 'number', values: pickRows(feature.values, rows) }
    : { kind: 'category', codes: Int32Array.from(rows, (row) => feature.codes[row]!), levels: feature.levels };
}

/** Codes as numbers; NaN for a missing one. */
function codes(from: Int32Array, of: (code: number) => number): Float64Array {
  const numbers = new Float64Array(from.length);
  for (let i = 0; i < from.length; i++) numbers[i] = from[i]! < 0 ? Number.NaN : of(from[i]!);
  return numbers;
}
