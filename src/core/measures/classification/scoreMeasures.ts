import { normalQuantile } from '../../stats/distributions/normal.ts';
import { aucNewcombe } from '../../stats/intervals/aucNewcombe.ts';
import { bootstrapCounts } from '../../stats/intervals/bootstrap.ts';
import { deLong, deLongInterval } from '../../stats/intervals/deLong.ts';
import { areProbabilities, type ScoreCounts } from '../../stats/samples/scoreCounts.ts';
import { type Interval, type Measure, measureOf, type UndefinedReason, undefinedMeasure } from '../measure.ts';
import type { MeasureName } from '../registry.ts';
import { bootstrapMeasure, meanMeasure, normalMeasure } from '../uncertainty.ts';
import { averagePrecision } from './averagePrecision.ts';
import { brier } from './brier.ts';
import { calibrationError } from './calibrationError.ts';
import { classifierKolmogorovSmirnov } from './classifierKolmogorovSmirnov.ts';
import { liftGain } from './liftGain.ts';
import { logLoss, type MeanLoss } from './logLoss.ts';
import { equalWidthBins } from './reliability.ts';
import { rocAuc } from './rocAuc.ts';
import { scoreBuckets } from './scoreBuckets.ts';

export interface ScoreOptions {
  readonly alpha?: number;
  /** Effective rows / total weight; 1 without weights. */
  readonly rowsPerWeight?: number;
  /** Top parts for lift and gain. */
  readonly fractions?: readonly number[];
  readonly replicates?: number;
  readonly seed?: number;
}

/** AUC and Gini: DeLong; where all positives lead, Newcombe's interval, which has a width; with weights the bootstrap. */
function aucMeasures(
  counts: ScoreCounts,
  n: number,
  alpha: number,
  resampled: readonly (number | null)[],
  centre: number | null,
): Measure[] {
  const auc = rocAuc(counts)!;
  if (centre !== null) {
    const ginis = resampled.map((a) => (a === null ? null : 2 * a - 1));
    return [
      bootstrapMeasure('roc_auc', auc, resampled, n, alpha, [0, 1], centre),
      bootstrapMeasure('gini', 2 * auc - 1, ginis, n, alpha, [-1, 1], 2 * centre - 1),
    ];
  }
  const test = deLong(counts);
  const degenerate = test === null || test.variance === 0;
  const bounds = degenerate ? aucNewcombe(auc, counts.totalPositives, counts.totalNegatives, alpha) : deLongInterval(test, alpha);
  const method: Interval['method'] = degenerate ? 'newcombe_auc' : 'delong';
  // A perfect order has no variance by DeLong; its spread is what the one side of Newcombe's interval implies.
  const standardError = degenerate
    ? (bounds.high - bounds.low) / -normalQuantile(alpha / 2) / (auc === 0 || auc === 1 ? 1 : 2)
    : Math.sqrt(test.variance);
  const interval: Interval = { ...bounds, level: 1 - alpha, method };
  return [
    measureOf('roc_auc', auc, n, { interval, basis: { kind: 'standard_error', rows: n, standardError } }),
    measureOf('gini', 2 * auc - 1, n, {
      interval: { ...interval, low: 2 * bounds.low - 1, high: 2 * bounds.high - 1 },
      basis: { kind: 'standard_error', rows: n, standardError: 2 * standardError },
    }),
  ];
}

function eceOf(counts: ScoreCounts): number | null {
  const bins = equalWidthBins(counts);
  return bins && (calibrationError(bins)?.ece ?? null);
}

/** Statistics that are resampled, with what they can be. */
type Statistic = readonly [MeasureName, (counts: ScoreCounts) => number | null, number | null, readonly [number, number], UndefinedReason];

function lossMeasure(name: MeasureName, loss: MeanLoss | null, rows: number, n: number, alpha: number): Measure {
  if (loss === null) return undefinedMeasure(name, 'score_outside_0_1', n);
  // The variance of weighted rows has the total weight in its divisor; in effective rows it is that much larger.
  const variance = n === rows ? loss.variance : ((loss.variance * (n - 1)) / n) * (rows / (rows - 1));
  return meanMeasure(name, { n: rows, mean: loss.mean, variance }, n, alpha);
}

/**
 * Measures of a binary score with intervals, all from one sorted list of counts: DeLong for AUC and Gini, Student for log loss and Brier,
 * the bootstrap of at most 500 groups of scores for average precision, KS, lift, gain and ECE. O(distinct scores + replicates · 500).
 */
export function scoreMeasures(counts: ScoreCounts, options: ScoreOptions = {}): Measure[] {
  const { alpha = 0.05, rowsPerWeight = 1, fractions = [0.1], replicates = 300, seed = 1 } = options;
  const { totalPositives: p, totalNegatives: q } = counts;
  const n = p + q;
  const names: MeasureName[] = ['roc_auc', 'gini', 'average_precision', 'ks', 'ece', 'log_loss', 'brier'];
  if (!(n > 0))
    return [...names, ...fractions.flatMap((): MeasureName[] => ['lift', 'gain'])].map((name) => undefinedMeasure(name, 'no_rows', 0));
  const oneClass: UndefinedReason = p > 0 ? 'no_negatives' : 'no_positives';
  const statistics: readonly Statistic[] = [
    ['average_precision', averagePrecision, null, [0, 1], 'no_positives'],
    ['ks', classifierKolmogorovSmirnov, null, [0, 1], oneClass],
    ['ece', eceOf, null, [0, 1], 'score_outside_0_1'],
    ...fractions.flatMap((f): Statistic[] => [
      ['lift', (c) => liftGain(c, f)?.lift ?? null, f, [0, Number.POSITIVE_INFINITY], 'no_positives'],
      ['gain', (c) => liftGain(c, f)?.gain ?? null, f, [0, 1], 'no_positives'],
    ]),
    ['roc_auc', rocAuc, null, [0, 1], oneClass],
  ];
  const coarse = scoreBuckets(counts);
  const size = coarse.scores.length;
  const cells = Float64Array.from([...coarse.positives, ...coarse.negatives], (count) => count * rowsPerWeight);
  const made = bootstrapCounts(
    cells,
    (drawn) => {
      const positives = drawn.subarray(0, size);
      const negatives = drawn.subarray(size);
      const sum = (of: Float64Array) => of.reduce((total, count) => total + count, 0);
      const resampled = { ...coarse, positives, negatives, totalPositives: sum(positives), totalNegatives: sum(negatives) };
      return statistics.map(([, of]) => of(resampled));
    },
    { replicates, seed },
  );
  const measures = statistics.slice(0, -1).map(([name, of, at, range, reason], s) => {
    const value = of(counts);
    if (value === null) return undefinedMeasure(name, reason, n, at);
    const measure = bootstrapMeasure(name, value, made[s] ?? [], n, alpha, range, of(coarse) ?? value, at);
    // A distance that is never below 0 grows when resampled: only the spread of the replicates can be used.
    const biased = name === 'ece' && measure.basis?.kind === 'standard_error';
    return biased ? normalMeasure(name, value, measure.basis.standardError, n, alpha, 'bootstrap', range) : measure;
  });
  const areas =
    rocAuc(counts) === null
      ? [undefinedMeasure('roc_auc', oneClass, n), undefinedMeasure('gini', oneClass, n)]
      : aucMeasures(counts, n, alpha, made[statistics.length - 1] ?? [], rowsPerWeight === 1 ? null : rocAuc(coarse));
  const rows = n * rowsPerWeight;
  const probabilities = areProbabilities(counts);
  return [
    ...areas,
    ...measures,
    lossMeasure('log_loss', probabilities ? logLoss(counts) : null, rows, n, alpha),
    lossMeasure('brier', probabilities ? brier(counts) : null, rows, n, alpha),
  ];
}
