import { normalSf } from '../../../stats/distributions/normal.ts';
import { type BoostedTrees, boostTrees, defaultBoost, predictTrees } from './boostedTrees.ts';
import { type CalibrationLine, fitLine, lineError, onLine } from './calibrationLine.ts';
import { codeCategories, codeRows, type Feature, type FeatureCoding, outsideCoding } from './featureCoding.ts';

/** How well a model of the loss did on rows of the reference that it never saw. */
export interface LossModelQuality {
  readonly rows: number;
  /** Mean loss of those rows, as it was and as the model says. */
  readonly realised: number;
  readonly estimated: number;
  /** 1 − squared error / squared error of always saying the mean of the training rows; 0 or less: of no use. Null when that error is 0. */
  readonly skill: number | null;
  /** One-sided p of the model being no better than that mean (paired over the rows). */
  readonly p: number;
}

/** A model of the loss of a row from its features: trees, and a line that undoes their shrinking towards the mean. */
export interface LossModel {
  readonly codings: readonly FeatureCoding[];
  readonly trees: BoostedTrees;
  readonly line: CalibrationLine;
  readonly quality: LossModelQuality;
}

/** The level at which a model must beat the mean to be used. */
export const qualityLevel = 0.05;

function qualityOf(losses: Float64Array, predictions: Float64Array, mean: number): LossModelQuality {
  const n = losses.length;
  let realised = 0;
  let estimated = 0;
  let byModel = 0;
  let byMean = 0;
  for (let i = 0; i < n; i++) {
    realised += losses[i]! / n;
    estimated += Math.max(0, predictions[i]!) / n;
    byModel += (losses[i]! - predictions[i]!) ** 2 / n;
    byMean += (losses[i]! - mean) ** 2 / n;
  }
  let spread = 0;
  for (let i = 0; i < n; i++) {
    const better = (losses[i]! - mean) ** 2 - (losses[i]! - predictions[i]!) ** 2;
    spread += (better - (byMean - byModel)) ** 2;
  }
  const standardError = Math.sqrt(spread / (n - 1) / n);
  return {
    rows: n,
    realised,
    estimated,
    skill: byMean > 0 ? 1 - byModel / byMean : null,
    p: standardError > 0 ? normalSf((byMean - byModel) / standardError) : 1,
  };
}

/**
 * Learns the loss of a row from its features. Of the given rows, in their order, 60 % are trained on, 20 % tell when to stop and fit the
 * line, and 20 % are kept to measure the quality.
 *
 * @param numberCodings codings of the numeric features, null for categories, which are coded by their mean loss. @param rows shuffled.
 * @param losses loss of each row of the table; finite for the given rows. O(trees · rows · features).
 */
export function fitLossModel(
  features: readonly Feature[],
  numberCodings: readonly (FeatureCoding | null)[],
  losses: Float64Array,
  rows: Uint32Array,
  seed: number,
): LossModel {
  const trained = Math.floor(rows.length * 0.6);
  const stopped = Math.floor(rows.length * 0.8);
  const trainRows = rows.subarray(0, trained);
  const codings = features.map((feature, f) =>
    feature.kind === 'category' ? codeCategories(feature, trainRows, losses) : numberCodings[f]!,
  );
  const coded = (part: Uint32Array) => ({
    coded: codeRows(codings, features, part),
    targets: Float64Array.from(part, (row) => losses[row]!),
  });
  const width = features.length;
  const stop = coded(rows.subarray(trained, stopped));
  const trees = boostTrees(coded(trainRows), stop, width, { ...defaultBoost, seed });
  const line = fitLine(predictTrees(trees, stop.coded, width, stop.targets.length), stop.targets);
  const kept = coded(rows.subarray(stopped));
  const predictions = onLine(line, predictTrees(trees, kept.coded, width, kept.targets.length));
  return { codings, trees, line, quality: qualityOf(kept.targets, predictions, trees.base) };
}

/** Predicted losses of the given rows, and the standard error of their mean; losses may be negative, to be clipped when averaged. */
export function predictLosses(
  { codings, trees, line }: LossModel,
  features: readonly Feature[],
  rows: Uint32Array,
): { readonly losses: Float64Array; readonly error: number } {
  const predictions = predictTrees(trees, codeRows(codings, features, rows), codings.length, rows.length);
  const mean = predictions.reduce((sum, v) => sum + v, 0) / predictions.length;
  return { losses: onLine(line, predictions), error: lineError(line, mean) };
}

/**
 * Share of the given rows that lie where the reference had none, each feature weighted by its part in the model: a column that the model
 * does not look at may move as it likes. 0 to 1.
 */
export function outsideLossModel({ codings, trees }: LossModel, features: readonly Feature[], rows: Uint32Array): number {
  return codings.reduce((sum, coding, f) => {
    const weight = trees.importance[f]!;
    return weight > 0 ? sum + weight * outsideCoding(coding, features[f]!, rows) : sum;
  }, 0);
}
