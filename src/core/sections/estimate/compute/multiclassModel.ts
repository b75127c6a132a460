import { argsort } from '../../../stats/samples/argsort.ts';
import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { completeRows, decideCalibration, type FitOptions, pickRows, refuseReference } from './binaryModel.ts';
import { errorOver, largerError } from './confusionSamplingErrors.ts';
import {
  bandedEstimate,
  type ComputedEstimate,
  defaultLimits,
  deviation,
  type EstimateLimits,
  type Refusal,
  refusedEstimate,
} from './estimateResult.ts';
import type { IsotonicMap } from './isotonic.ts';
import { type MulticlassMeasure, multiclassMeasures } from './measures.ts';
import { calibrateClasses, fitClasses } from './multiclassCalibration.ts';
import { expectedConfusionMatrix, multiclassEstimates } from './multiclassEstimates.ts';
import { confusionMatrixSamplingErrors, multiclassSamplingErrors } from './multiclassSamplingErrors.ts';
import { type CalibrationNeed, needsCalibration } from './needsCalibration.ts';
import { poissonWeights } from './poissonWeights.ts';
import { outsideSupport, type ScoreSupport, scoreSupport } from './scoreSupport.ts';

/** Rows of a model of k classes: one array of scores per class, and the index of the predicted class. NaN: missing. */
export interface MulticlassRows {
  readonly scores: readonly Float64Array[];
  readonly predicted: Float64Array;
}

type Maps = readonly (IsotonicMap | null)[];

/** What was learned from a labelled reference. */
export interface MulticlassModel {
  readonly kind: 'multiclass';
  /** One map per class; null: its scores are probabilities as they are. */
  readonly maps: Maps;
  readonly needs: readonly CalibrationNeed[];
  /** Maps of bootstrap resamples; empty when nothing is calibrated. */
  readonly resampled: readonly Maps[];
  readonly supports: readonly ScoreSupport[];
  /** Standard error over one row. */
  readonly errors: Readonly<Record<MulticlassMeasure, number | null>>;
  readonly n: number;
  readonly limits: EstimateLimits;
}

/**
 * As `fitBinaryModel`, for a model of three or more classes: one calibration per class, against the rest.
 *
 * @param labels index of the true class, NaN missing. O(resamples · classes · n + classes · n log n).
 */
export function fitMulticlassModel(
  { scores, predicted }: MulticlassRows,
  labels: Float64Array,
  options: FitOptions = {},
): MulticlassModel | Refusal {
  const limits = { ...defaultLimits, ...options.limits };
  const rows = completeRows(predicted, labels, ...scores);
  const y = pickRows(labels, rows);
  const x = scores.map((column) => pickRows(column, rows));
  const rowsOfClass = new Array<number>(scores.length).fill(0);
  for (const label of y) rowsOfClass[label]!++;
  const refused = refuseReference(rowsOfClass, limits);
  if (refused) return refused;
  const seed = options.seed ?? 1;
  const needs = x.map((column, c) =>
    needsCalibration(
      column,
      y.map((label) => (label === c ? 1 : 0)),
      seed,
    ),
  );
  const calibrates = needs.map((need, c) => decideCalibration(x[c]!, need, options.calibrate));
  const orders = x.map(argsort);
  const mapsOf = (weights?: Uint8Array): Maps => fitClasses(x, y, weights, orders).map((map, c) => (calibrates[c] ? map : null));
  const random = mulberry32(seed);
  return {
    kind: 'multiclass',
    maps: mapsOf(),
    needs,
    resampled: calibrates.includes(true)
      ? Array.from({ length: options.resamples ?? 50 }, () => mapsOf(poissonWeights(y.length, random)))
      : [],
    supports: x.map((column) => scoreSupport(column)!),
    errors: multiclassSamplingErrors(x, y, pickRows(predicted, rows), seed),
    n: y.length,
    limits,
  };
}

/** Estimates every measure over the rows of a chunk; refused when the scores of any class leave the support. */
export function estimateMulticlass(
  model: MulticlassModel,
  { scores, predicted }: MulticlassRows,
): Record<MulticlassMeasure, ComputedEstimate> {
  const rows = completeRows(predicted, ...scores);
  const n = rows.length;
  const x = scores.map((column) => pickRows(column, rows));
  const said = pickRows(predicted, rows);
  const all = (of: (measure: MulticlassMeasure) => ComputedEstimate) =>
    Object.fromEntries(multiclassMeasures.map((measure) => [measure, of(measure)])) as Record<MulticlassMeasure, ComputedEstimate>;
  if (n < model.limits.fewestRows) return all(() => refusedEstimate('few_rows', n));
  const outside = x.some((column, c) => outsideSupport(model.supports[c]!, column)! > model.limits.mostOutside);
  if (outside) return all(() => refusedEstimate('outside_support', n));
  const orders = x.map(argsort);
  const by = (maps: Maps) => multiclassEstimates(x, calibrateClasses(maps, x), said, orders);
  const values = by(model.maps);
  const others = model.resampled.map(by);
  const own: Partial<Record<MulticlassMeasure, number | null>> = confusionMatrixSamplingErrors(
    expectedConfusionMatrix(calibrateClasses(model.maps, x), said),
    true,
  );
  return all((measure) => {
    const samplingError = errorOver(n, measure, largerError(model.errors[measure], own[measure] ?? null));
    const modelError = others.length > 0 ? deviation(others.map((estimates) => estimates[measure])) : 0;
    return bandedEstimate(values[measure], samplingError, modelError, [0, 1], n);
  });
}
