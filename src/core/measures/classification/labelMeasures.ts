import { normalQuantile } from '../../stats/distributions/normal.ts';
import { bootstrapCounts, percentileInterval } from '../../stats/intervals/bootstrap.ts';
import { moverMean } from '../../stats/intervals/mover.ts';
import { wilson } from '../../stats/intervals/wilson.ts';
import { type Measure, measureOf, undefinedMeasure } from '../measure.ts';
import type { MeasureName } from '../registry.ts';
import { bootstrapMeasure, normalMeasure, proportionMeasure, type UncertaintyOptions } from '../uncertainty.ts';
import { averageOverClasses } from './averages.ts';
import { balancedAccuracy } from './balancedAccuracy.ts';
import { binaryCounts } from './binaryCounts.ts';
import { cohensKappa } from './cohensKappa.ts';
import { type ConfusionCounts, countsOfCells } from './confusionCounts.ts';
import { fBeta } from './fBeta.ts';
import { matthews } from './matthews.ts';
import { precision, recall } from './precisionRecall.ts';

export interface LabelOptions {
  readonly alpha?: number;
  /** Effective rows / total weight; 1 without weights. */
  readonly rowsPerWeight?: number;
  readonly beta?: number;
  readonly seed?: number;
  /** Classes that averages over classes take in, as `averageOverClasses`. */
  readonly over?: 'seen' | 'true';
}

/** Poisson draws spent on the intervals of one set of label measures: some tenths of a second. */
const drawBudget = 2e6;

type Statistic = readonly [MeasureName, (counts: ConfusionCounts) => number | null, number | null, readonly [number, number]];

const unit = [0, 1] as const;
const signed = [-1, 1] as const;

function withBootstrap(counts: ConfusionCounts, statistics: readonly Statistic[], options: UncertaintyOptions, seed: number): Measure[] {
  const { cells, classes, total } = counts;
  const replicates = Math.round(Math.min(1000, Math.max(50, drawBudget / (cells.count.length + classes))));
  const scaled = cells.count.map((count) => count * options.rowsPerWeight);
  const made = bootstrapCounts(
    scaled,
    (drawn) => {
      const resampled = countsOfCells({ ...cells, count: drawn }, classes);
      return statistics.map(([, of]) => of(resampled));
    },
    { replicates, seed },
  );
  return statistics.map(([name, of, at, range], s) => {
    const value = of(counts);
    // Too few replicates for tail quantiles still give a standard deviation.
    const spread = replicates < 200 ? percentileInterval(made[s] ?? []) : null;
    if (value !== null && spread !== null) {
      return normalMeasure(name, value, spread.standardError, total, options.alpha, 'bootstrap', range, at);
    }
    if (value !== null) return bootstrapMeasure(name, value, made[s] ?? [], total, options.alpha, range, value, at);
    return undefinedMeasure(name, name === 'kappa' && total > 0 ? 'chance_agreement_is_certain' : 'no_rows', total, at);
  });
}

function accuracyMeasure(name: MeasureName, counts: ConfusionCounts, options: UncertaintyOptions): Measure {
  const hits = counts.hits.reduce((sum, h) => sum + h, 0);
  return proportionMeasure(name, hits, counts.total, 'no_rows', options);
}

function balancedMeasure(counts: ConfusionCounts, { alpha, rowsPerWeight }: UncertaintyOptions): Measure {
  const value = balancedAccuracy(counts);
  if (value === null) return undefinedMeasure('balanced_accuracy', 'no_rows', 0);
  const recalls = [...counts.actual.keys()]
    .filter((c) => counts.actual[c]! > 0)
    .map((c) => ({ hits: counts.hits[c]! * rowsPerWeight, rows: counts.actual[c]! * rowsPerWeight }));
  const { low, high } = moverMean(recalls.map(({ hits, rows }) => ({ value: hits / rows, ...wilson(hits, rows, alpha) })));
  const variance = recalls.reduce((sum, { hits, rows }) => sum + ((hits / rows) * (1 - hits / rows)) / rows, 0);
  // Perfect recalls have no spread of their own; Wilson's one-sided width stands in.
  const analytic = Math.sqrt(variance) / recalls.length;
  const standardError = analytic > 0 ? analytic : (high - low) / -normalQuantile(alpha / 2);
  return measureOf('balanced_accuracy', value, counts.total, {
    interval: { low: Math.max(0, low), high: Math.min(1, high), level: 1 - alpha, method: 'mover_wilson' },
    basis: { kind: 'standard_error', rows: counts.total, standardError },
  });
}

/** Options with their defaults. */
function uncertainty({ alpha = 0.05, rowsPerWeight = 1 }: LabelOptions): UncertaintyOptions {
  return { alpha, rowsPerWeight };
}

/**
 * Measures of a binary decision with intervals: Wilson for shares, the bootstrap of the four counts for F1, F_β, MCC and kappa.
 * O(1) in rows.
 */
export function binaryLabelMeasures(counts: ConfusionCounts, positive: number, options: LabelOptions = {}): Measure[] {
  const beta = options.beta ?? 2;
  const how = uncertainty(options);
  const { tp, fp, fn, tn } = binaryCounts(counts, positive);
  const ofPositive = (b: number) => (c: ConfusionCounts) => fBeta(binaryCounts(c, positive), b);
  const f = (name: 'f1' | 'f_beta', b: number): Statistic => [name, ofPositive(b), name === 'f_beta' ? b : null, unit];
  const others = withBootstrap(
    counts,
    [f('f1', 1), f('f_beta', beta), ['mcc', matthews, null, signed], ['kappa', cohensKappa, null, signed]],
    how,
    options.seed ?? 1,
  );
  const noPositives = counts.total > 0 ? 'no_positives' : 'no_rows';
  return [
    accuracyMeasure('accuracy', counts, how),
    balancedMeasure(counts, how),
    proportionMeasure('precision', tp, tp + fp, counts.total > 0 ? 'no_predicted_positives' : 'no_rows', how),
    proportionMeasure('recall', tp, tp + fn, noPositives, how),
    proportionMeasure('specificity', tn, tn + fp, counts.total > 0 ? 'no_negatives' : 'no_rows', how),
    proportionMeasure('npv', tn, tn + fn, counts.total > 0 ? 'no_predicted_negatives' : 'no_rows', how),
    proportionMeasure('fpr', fp, tn + fp, counts.total > 0 ? 'no_negatives' : 'no_rows', how),
    proportionMeasure('fnr', fn, tp + fn, noPositives, how),
    ...others.map((measure) =>
      measure.reason === 'no_rows' && counts.total > 0 ? undefinedMeasure(measure.name, 'no_positives', counts.total, measure.at) : measure,
    ),
  ];
}

/**
 * Measures of a decision among several classes: Wilson for accuracy, Wilson intervals of the recalls recovered for balanced accuracy, the
 * bootstrap of the cells for the averages over classes, MCC and kappa. O(cells) · replicates.
 */
export function multiclassLabelMeasures(counts: ConfusionCounts, options: LabelOptions = {}): Measure[] {
  const beta = options.beta ?? 2;
  const how = uncertainty(options);
  const f1 = (class_: Parameters<typeof fBeta>[0]) => fBeta(class_);
  const fb = (class_: Parameters<typeof fBeta>[0]) => fBeta(class_, beta);
  const macro = (of: typeof f1) => (c: ConfusionCounts) => averageOverClasses(c, of, options.over).macro;
  const weighted = (of: typeof f1) => (c: ConfusionCounts) => averageOverClasses(c, of, options.over).weighted;
  const averages: readonly Statistic[] = [
    ['precision_macro', macro(precision), null, unit],
    ['recall_macro', macro(recall), null, unit],
    ['f1_macro', macro(f1), null, unit],
    ['f_beta_macro', macro(fb), beta, unit],
    ['precision_weighted', weighted(precision), null, unit],
    ['recall_weighted', weighted(recall), null, unit],
    ['f1_weighted', weighted(f1), null, unit],
    ['f_beta_weighted', weighted(fb), beta, unit],
    ['mcc', matthews, null, signed],
    ['kappa', cohensKappa, null, signed],
  ];
  return [
    accuracyMeasure('accuracy', counts, how),
    balancedMeasure(counts, how),
    // One label per row: micro-averaged precision, recall and F are the accuracy.
    accuracyMeasure('f1_micro', counts, how),
    ...withBootstrap(counts, averages, how, options.seed ?? 1),
  ];
}
