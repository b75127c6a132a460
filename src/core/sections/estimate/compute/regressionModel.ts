import { mulberry32 } from '../../../stats/samples/mulberry32.ts';
import { aggregateLosses } from './aggregateLosses.ts';
import { errorOver } from './confusionSamplingErrors.ts';
import {
  bandedEstimate,
  type ComputedEstimate,
  defaultLimits,
  type EstimateLimits,
  type Refusal,
  refusedEstimate,
} from './estimateResult.ts';
import { codeNumbers, type Feature } from './featureCoding.ts';
import { lossesOf, type RowLoss } from './losses.ts';
import { fitLossModel, type LossModel, outsideLossModel, predictLosses, qualityLevel } from './lossModel.ts';
import type { EstimatedError } from './measures.ts';
import { regressionSamplingErrors } from './regressionSamplingErrors.ts';

/** Rows of a regression model: its features and its predictions (NaN: missing). */
export interface RegressionRows {
  readonly features: readonly Feature[];
  readonly predicted: Float64Array;
}

/** What was learned from a labelled reference: one model of the error per loss. */
export interface RegressionModel {
  readonly kind: 'regression';
  readonly losses: Readonly<Partial<Record<RowLoss, LossModel>>>;
  /** Standard error over one row. */
  readonly errors: Readonly<Record<EstimatedError, number | null>>;
  readonly n: number;
  readonly limits: EstimateLimits;
}

export interface RegressionFitOptions {
  /** Losses to model; default |e| and e². */
  readonly losses?: readonly RowLoss[];
  readonly seed?: number;
  /** Rows to learn from at most, drawn at random. */
  readonly mostRows?: number;
  readonly limits?: Partial<EstimateLimits>;
}

function shuffled(rows: Uint32Array, seed: number): Uint32Array {
  const random = mulberry32(seed);
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = rows[i]!;
    rows[i] = rows[j]!;
    rows[j] = kept;
  }
  return rows;
}

const withPrediction = ({ features, predicted }: RegressionRows): Feature[] => [...features, { kind: 'number', values: predicted }];

/**
 * Learns how far a regression model is off from the features of a row and the prediction itself (direct loss estimation). Unlike the peer,
 * which learns from the reference and is judged on it, the quality is measured on rows kept apart.
 *
 * @param labels true values, NaN missing. @returns the model, or why there is none. O(losses · trees · rows · features), on at most
 *   100,000 rows.
 *
 * Source: NannyML 0.13 performance_estimation/direct_loss_estimation, with trees of its own.
 */
export function fitRegressionModel(
  { features, predicted }: RegressionRows,
  labels: Float64Array,
  options: RegressionFitOptions = {},
): RegressionModel | Refusal {
  const limits = { ...defaultLimits, ...options.limits };
  const usable = Uint32Array.from(labels.keys()).filter((row) => Number.isFinite(labels[row]!) && Number.isFinite(predicted[row]!));
  if (usable.length === 0) return 'no_labels';
  if (usable.length < limits.fewestReferenceRows) return 'few_reference_rows';
  const seed = options.seed ?? 1;
  const rows = shuffled(usable, seed).subarray(0, options.mostRows ?? 100_000);
  const columns = withPrediction({ features, predicted });
  const codings = columns.map((feature) => (feature.kind === 'number' ? codeNumbers(feature.values, rows) : null));
  const losses: Partial<Record<RowLoss, LossModel>> = {};
  for (const loss of options.losses ?? ['mae', 'mse']) {
    const values = lossesOf(loss, labels, predicted);
    const known = rows.filter((row) => Number.isFinite(values[row]!));
    if (known.length >= limits.fewestReferenceRows) losses[loss] = fitLossModel(columns, codings, values, known, seed);
  }
  const y = Float64Array.from(usable, (row) => labels[row]!);
  const said = Float64Array.from(usable, (row) => predicted[row]!);
  return { kind: 'regression', losses, errors: regressionSamplingErrors(y, said), n: usable.length, limits };
}

function estimateLoss(
  loss: RowLoss,
  lossModel: LossModel,
  model: RegressionModel,
  columns: readonly Feature[],
  rows: Uint32Array,
): Partial<Record<EstimatedError, ComputedEstimate>> {
  const n = rows.length;
  const { quality } = lossModel;
  const refused: Refusal | null =
    n < model.limits.fewestRows
      ? 'few_rows'
      : quality.p > qualityLevel
        ? 'no_better_than_mean'
        : outsideLossModel(lossModel, columns, rows) > model.limits.mostOutside
          ? 'outside_support'
          : null;
  const predicted = refused ? { losses: [], error: 0 } : predictLosses(lossModel, columns, rows);
  const values = aggregateLosses(loss, predicted.losses);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const measure = name as EstimatedError;
      if (refused) return [measure, refusedEstimate(refused, n)];
      // A root of a mean: by the delta method.
      const isRoot = measure === 'rmse' || measure === 'rmsle';
      const modelError = isRoot ? (value! > 0 ? predicted.error / (2 * value!) : null) : predicted.error;
      const samplingError = errorOver(n, measure, model.errors[measure]);
      return [measure, bandedEstimate(value, samplingError, modelError, [0, Number.POSITIVE_INFINITY], n)];
    }),
  );
}

/** Estimates the measures of each modelled loss over the rows of a chunk. Rows without a prediction are left out. */
export function estimateRegression(model: RegressionModel, chunk: RegressionRows): Partial<Record<EstimatedError, ComputedEstimate>> {
  const rows = Uint32Array.from(chunk.predicted.keys()).filter((row) => Number.isFinite(chunk.predicted[row]!));
  const columns = withPrediction(chunk);
  const estimates: Partial<Record<EstimatedError, ComputedEstimate>> = {};
  for (const [loss, lossModel] of Object.entries(model.losses)) {
    Object.assign(estimates, estimateLoss(loss as RowLoss, lossModel, model, columns, rows));
  }
  return estimates;
}
