import { bootstrapCounts, percentileInterval } from '../../stats/intervals/bootstrap.ts';
import { type Measure, undefinedMeasure } from '../measure.ts';
import { measuresOfLabels } from '../registry.ts';
import { bootstrapMeasure, normalMeasure, proportionMeasure, type UncertaintyOptions } from '../uncertainty.ts';
import { type ConfusionCounts, countsOfCells } from './confusionCounts.ts';
import type { LabelContext, LabelMeasure } from './labelMeasure.ts';

export interface LabelOptions {
  readonly alpha?: number;
  /** Effective rows / total weight; 1 without weights. */
  readonly rowsPerWeight?: number;
  readonly beta?: number;
  readonly seed?: number;
  /** Classes that averages over classes take in, as `averageOverClasses`. */
  readonly over?: 'seen' | 'true';
}

/** How much more recall counts in F_β unless asked otherwise. */
export const usualBeta = 2;

/** Poisson draws spent on the intervals of one set of label measures: some tenths of a second. */
const drawBudget = 2e6;

function withBootstrap(
  counts: ConfusionCounts,
  measures: readonly LabelMeasure[],
  context: LabelContext,
  options: UncertaintyOptions & { readonly seed: number; readonly none: 'no_positives' | 'no_rows' },
): Map<LabelMeasure, Measure> {
  const { cells, classes, total } = counts;
  const replicates = Math.round(Math.min(1000, Math.max(50, drawBudget / (cells.count.length + classes))));
  const scaled = cells.count.map((count) => count * options.rowsPerWeight);
  const made = bootstrapCounts(
    scaled,
    (drawn) => {
      const resampled = countsOfCells({ ...cells, count: drawn }, classes);
      return measures.map((measure) => measure.of(resampled, context));
    },
    { replicates, seed: options.seed },
  );
  const measured = measures.map((measure, m): Measure => {
    const { definition } = measure;
    const value = measure.of(counts, context);
    const at = measure.at?.(context) ?? null;
    if (value === null) return undefinedMeasure(definition, total > 0 ? (measure.none ?? options.none) : 'no_rows', total, at);
    // Too few replicates for tail quantiles still give a standard deviation.
    const spread = replicates < 200 ? percentileInterval(made[m] ?? []) : null;
    return spread === null
      ? bootstrapMeasure(definition, { value, n: total, at }, made[m] ?? [], options.alpha)
      : normalMeasure(definition, { value, standardError: spread.standardError, n: total, at }, options.alpha, 'bootstrap');
  });
  return new Map(measures.map((measure, m) => [measure, measured[m]!]));
}

function measuresOf(
  task: 'binary' | 'multiclass',
  counts: ConfusionCounts,
  positive: number,
  { alpha = 0.05, rowsPerWeight = 1, beta = usualBeta, seed = 1, over = 'seen' }: LabelOptions,
): Measure[] {
  const context: LabelContext = { positive, beta, over };
  const how = { alpha, rowsPerWeight };
  const measures = measuresOfLabels.filter(({ definition }) => definition.tasks.includes(task));
  const drawn = measures.filter(({ share, measured }) => share === undefined && measured === undefined);
  const resampled = withBootstrap(counts, drawn, context, { ...how, seed, none: task === 'binary' ? 'no_positives' : 'no_rows' });
  return measures.map((measure) => {
    const { definition, share, measured } = measure;
    if (share === undefined) return measured === undefined ? resampled.get(measure)! : measured(counts, how);
    const [hits, rows] = share.of(counts, context);
    return proportionMeasure(definition, { hits, of: rows, reason: counts.total > 0 ? share.none : 'no_rows' }, how);
  });
}

/**
 * Measures of a binary decision with intervals: Wilson for shares, the bootstrap of the four counts for F1, F_β, MCC and kappa.
 * O(1) in rows.
 */
export function binaryLabelMeasures(counts: ConfusionCounts, positive: number, options: LabelOptions = {}): Measure[] {
  return measuresOf('binary', counts, positive, options);
}

/**
 * Measures of a decision among several classes: Wilson for accuracy, Wilson intervals of the recalls recovered for balanced accuracy, the
 * bootstrap of the cells for the averages over classes, MCC and kappa. O(cells) · replicates.
 */
export function multiclassLabelMeasures(counts: ConfusionCounts, options: LabelOptions = {}): Measure[] {
  return measuresOf('multiclass', counts, 0, options);
}
