import { argsort } from '../../../stats/samples/argsort.ts';
import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { binaryEstimates } from './binaryEstimates.ts';
import { binarySamplingErrors } from './binarySamplingErrors.ts';
import { type ConfusionMeasure, confusionSamplingErrors, errorOver, largerError } from './confusionSamplingErrors.ts';
import {
  bandedEstimate,
  type ComputedEstimate,
  defaultLimits,
  deviation,
  type EstimateLimits,
  type Refusal,
  refusedEstimate,
} from './estimateResult.ts';
import { applyIsotonicAll, fitIsotonic, type IsotonicMap, scoreTable } from './isotonic.ts';
import { type BinaryMeasure, binaryMeasures } from './measures.ts';
import { type CalibrationNeed, needsCalibration } from './needsCalibration.ts';
import { poissonWeights } from './poissonWeights.ts';
import { outsideSupport, type ScoreSupport, scoreSupport } from './scoreSupport.ts';

/** Rows of a two-class model: score of the positive class, and 1 or 0 for what was predicted. NaN: missing. */
export interface BinaryRows {
  readonly scores: Float64Array;
  readonly predicted: Float64Array;
}

/** What was learned from a labelled reference. */
export interface BinaryModel {
  readonly kind: 'binary';
  /** Null: scores are probabilities as they are. */
  readonly map: IsotonicMap | null;
  readonly need: CalibrationNeed;
  /** Maps of bootstrap resamples; empty when nothing is calibrated. */
  readonly resampled: readonly IsotonicMap[];
  readonly support: ScoreSupport;
  /** Standard error over one row. */
  readonly errors: Readonly<Record<BinaryMeasure, number | null>>;
  /** Labelled rows it rests on. */
  readonly n: number;
  readonly limits: EstimateLimits;
}

export interface FitOptions {
  readonly seed?: number;
  /** Bootstrap resamples of the calibration. */
  readonly resamples?: number;
  readonly limits?: Partial<EstimateLimits>;
  /** 'auto': as the calibration test says. */
  readonly calibrate?: 'auto' | 'always' | 'never';
}

/** Why a reference of these labels cannot be learned from; null when it can. */
export function refuseReference(rowsOfClass: readonly number[], limits: EstimateLimits): Refusal | null {
  const n = rowsOfClass.reduce((sum, rows) => sum + rows, 0);
  if (n === 0) return 'no_labels';
  if (n < limits.fewestReferenceRows) return 'few_reference_rows';
  return rowsOfClass.some((rows) => rows < limits.fewestOfClass) ? 'one_class' : null;
}

/** Scores beyond 0 and 1 are no probabilities: they are calibrated whatever the test says. */
export function decideCalibration(scores: Float64Array, need: CalibrationNeed, choice: FitOptions['calibrate'] = 'auto'): boolean {
  if (choice !== 'auto') return choice === 'always';
  return need.needed || scores.some((score) => score < 0 || score > 1);
}

/** Numbers of the rows whose values are all finite. */
export function completeRows(...columns: readonly Float64Array[]): Uint32Array {
  const n = columns[0]!.length;
  const rows = new Uint32Array(n);
  let kept = 0;
  for (let row = 0; row < n; row++) {
    let complete = true;
    for (const column of columns) if (!Number.isFinite(column[row]!)) complete = false;
    if (complete) rows[kept++] = row;
  }
  return rows.slice(0, kept);
}

export function pickRows(values: Float64Array, rows: Uint32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}

/**
 * Learns from labelled rows what estimates of a two-class model need: whether and how to calibrate its scores, how sure that is, where
 * scores lie, and how much each measure varies. Rows with a missing value are left out.
 *
 * @param labels 1 positive, 0 negative, NaN missing. @returns the model, or why there is none. O(resamples · n + n log n).
 *
 * Source: confidence-based performance estimation, NannyML 0.13; the bootstrap of the calibration is added here.
 */
export function fitBinaryModel({ scores, predicted }: BinaryRows, labels: Float64Array, options: FitOptions = {}): BinaryModel | Refusal {
  const limits = { ...defaultLimits, ...options.limits };
  const rows = completeRows(scores, predicted, labels);
  const y = pickRows(labels, rows);
  const x = pickRows(scores, rows);
  const positives = y.reduce((sum, label) => sum + label, 0);
  const refused = refuseReference([y.length - positives, positives], limits);
  const support = scoreSupport(x);
  if (refused || !support) return refused ?? 'no_labels';
  const seed = options.seed ?? 1;
  const need = needsCalibration(x, y, seed);
  const calibrates = decideCalibration(x, need, options.calibrate);
  const random = mulberry32(seed);
  const order = argsort(x);
  const resample = () => fitIsotonic(scoreTable(x, y, poissonWeights(x.length, random), order));
  const resampled = calibrates ? Array.from({ length: options.resamples ?? 50 }, resample).filter((map) => map !== null) : [];
  return {
    kind: 'binary',
    map: calibrates ? fitIsotonic(scoreTable(x, y, undefined, order)) : null,
    need,
    resampled,
    support,
    errors: binarySamplingErrors(x, y, pickRows(predicted, rows), seed),
    n: y.length,
    limits,
  };
}

/**
 * Estimates every measure over the rows of a chunk. Rows with a missing score or prediction are left out. The sampling error is that of the
 * reference or, where larger, that of the chunk's own expected counts: a chunk of harder rows varies more. O(resamples · n + n log n).
 */
export function estimateBinary(model: BinaryModel, { scores, predicted }: BinaryRows): Record<BinaryMeasure, ComputedEstimate> {
  const rows = completeRows(scores, predicted);
  const n = rows.length;
  const x = pickRows(scores, rows);
  const said = pickRows(predicted, rows);
  const all = (of: (measure: BinaryMeasure) => ComputedEstimate) =>
    Object.fromEntries(binaryMeasures.map((measure) => [measure, of(measure)])) as Record<BinaryMeasure, ComputedEstimate>;
  if (n < model.limits.fewestRows) return all(() => refusedEstimate('few_rows', n));
  if (outsideSupport(model.support, x)! > model.limits.mostOutside) return all(() => refusedEstimate('outside_support', n));
  const order = argsort(x);
  const by = (map: IsotonicMap | null) => binaryEstimates(x, map ? applyIsotonicAll(map, x) : x, said, order);
  const values = by(model.map);
  const others = model.resampled.map(by);
  const own = confusionSamplingErrors({
    tp: values.true_positives ?? 0,
    fp: values.false_positives ?? 0,
    fn: values.false_negatives ?? 0,
    tn: values.true_negatives ?? 0,
  });
  return all((measure) => {
    const ofOneRow = measure in own ? largerError(model.errors[measure], own[measure as ConfusionMeasure]) : model.errors[measure];
    const samplingError = errorOver(n, measure, ofOneRow);
    const modelError = model.map ? deviation(others.map((estimates) => estimates[measure])) : 0;
    const most = measure.startsWith('true_') || measure.startsWith('false_') ? n : 1;
    return bandedEstimate(values[measure], samplingError, modelError, [0, most], n);
  });
}
